package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with -9 in the middle of a storm, again and again, on the same file. */
class CrashTest {
  private static final int KILLS = 20;
  private static final int CLIENTS = 16;

  @TempDir Path data;

  @Test
  void after_every_kill_all_that_was_acknowledged_is_there_and_no_place_is_taken_twice()
      throws Exception {
    History history = new History();
    Random random = new Random(7);
    String event = eventOfFirstRun();
    for (int kill = 0; kill < KILLS; kill++) {
      stormUntilKilled(event, history, 5 + random.nextInt(200));
      assertThat(integrity()).isEqualTo("ok");
    }
    assertThat(history.standing()).hasSizeGreaterThan(KILLS * 5);
    Process program = Programs.spawn(data, BoxOffice.SETTINGS);
    try (BoxOffice office = new BoxOffice(Programs.address(program))) {
      List<JsonNode> live = office.live(event);
      History.assertNoPlaceTwice(live);
      assertThat(live.stream().map(booking -> booking.path("id").asText()))
          .containsAll(history.standing());
      history.assertNoPlaceWasEverSoldTwice();
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private String eventOfFirstRun() throws Exception {
    Process program = Programs.spawn(data, BoxOffice.SETTINGS);
    try (BoxOffice office = new BoxOffice(Programs.address(program))) {
      return office.event(100_000, 1_000);
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  /** Kills the program as soon as so many bookings were acknowledged, while all clients go on. */
  private void stormUntilKilled(String event, History history, int enough) throws Exception {
    Process program = Programs.spawn(data, BoxOffice.SETTINGS);
    AtomicInteger acknowledged = new AtomicInteger();
    try (BoxOffice office = new BoxOffice(Programs.address(program))) {
      List<Caller> customers = office.customers(CLIENTS);
      Storm.of(
          CLIENTS,
          i -> {
            bookUntilDead(office, customers.get(i), event, history, acknowledged, enough, program);
            return i;
          });
    } finally {
      program.destroyForcibly().waitFor();
    }
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(enough);
  }

  private static void bookUntilDead(
      BoxOffice office,
      Caller customer,
      String event,
      History history,
      AtomicInteger acknowledged,
      int enough,
      Process program) {
    try {
      for (int i = 0; i < 200; i++) {
        Answer answer = office.book(customer, event, 1 + i % 4);
        assertThat(answer.status()).isEqualTo(201);
        history.booked(answer.data());
        if (acknowledged.incrementAndGet() == enough) {
          program.destroyForcibly();
        }
      }
    } catch (UncheckedIOException killed) {
      assertThat(acknowledged.get()).isGreaterThanOrEqualTo(enough);
    }
  }

  private String integrity() throws SQLException, IOException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastseat.db"));
        Statement statement = file.createStatement();
        ResultSet result = statement.executeQuery("pragma integrity_check")) {
      return result.getString(1);
    }
  }
}
