package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with -9 in the middle of a storm, again and again, on the same stores. */
abstract class CrashContract {
  private static final int CLIENTS = 16;

  /**
   * Bookings before a kill, at least and at most: sometimes when hardly all clients have begun, and
   * sometimes when each has had several answers. More would tell nothing else.
   */
  private static final int FEW = 5;

  private static final int MANY = 100;

  @TempDir Path folder;

  abstract Fleet fleet(Path folder);

  abstract int kills();

  /** After a kill, and before the one that was killed is back. */
  abstract void assertSound(Path folder) throws Exception;

  @Test
  void after_every_kill_all_that_was_acknowledged_is_there_and_no_place_is_taken_twice()
      throws Exception {
    History history = new History();
    Random random = new Random(7);
    try (Fleet fleet = fleet(folder)) {
      String event = event(fleet);
      for (int kill = 0; kill < kills(); kill++) {
        stormWithKill(fleet, event, history, random.nextInt(FEW, MANY));
        assertSound(folder);
        fleet.replaceOne();
      }
      assertAllThere(fleet, event, history);
      fleet.verify();
    }
    assertThat(history.standing()).hasSizeGreaterThan(kills() * FEW);
    history.assertNoPlaceWasEverSoldTwice();
  }

  private static String event(Fleet fleet) {
    try (BoxOffice office = fleet.office()) {
      return office.event(100_000, 1_000);
    }
  }

  /**
   * Kills one instance as soon as so many bookings were acknowledged, while all clients go on: on
   * those that are left, if any, for as many again.
   */
  private static void stormWithKill(Fleet fleet, String event, History history, int enough) {
    AtomicInteger acknowledged = new AtomicInteger();
    try (BoxOffice office = fleet.office()) {
      List<Caller> customers = office.customers(CLIENTS);
      office.after(enough, fleet::killOne);
      Storm.of(
          CLIENTS,
          i -> {
            while (acknowledged.get() < 2 * enough
                && book(office, customers.get(i), event, history, acknowledged)) {
              // One booking after the other.
            }
            return i;
          });
    }
    assertThat(acknowledged.get()).isGreaterThanOrEqualTo(enough);
  }

  /** Whether anybody is there to answer. Only a request that was cut short may seem under way. */
  private static boolean book(
      BoxOffice office,
      Caller customer,
      String event,
      History history,
      AtomicInteger acknowledged) {
    try {
      Answer answer = office.book(customer, event, 1 + acknowledged.get() % 4);
      if (answer.status() == 201) {
        history.booked(answer.data());
        acknowledged.incrementAndGet();
      } else {
        assertThat(answer).matches(Answer::isUnderWay);
      }
      return true;
    } catch (UncheckedIOException killed) {
      return false;
    }
  }

  private static void assertAllThere(Fleet fleet, String event, History history) {
    try (BoxOffice office = fleet.office()) {
      List<JsonNode> live = office.live(event);
      History.assertNoPlaceTwice(live);
      assertThat(BoxOffice.ids(live)).containsAll(history.standing());
    }
  }
}
