package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that nobody here wrote. */
class CorruptRowTest {
  @TempDir Path data;

  @Test
  void it_is_left_out_of_its_list_and_the_log_says_which_row_and_which_field() throws Exception {
    String sane;
    String broken;
    Caller customer;
    try (House house = OneInstance.on(data)) {
      BoxOffice office = house.office();
      sane = office.event(10, 1);
      broken = office.event(10, 1);
      customer = office.customers(1).getFirst();
      office.book(customer, sane, 1);
      office.book(customer, broken, 1);
    }
    spoil(broken);

    Process program = Programs.spawn(data, BoxOffice.SETTINGS);
    BlockingQueue<String> log = new LinkedBlockingQueue<>();
    try (Api api = new Api(Programs.address(program, log::add))) {
      List<String> listed = new ArrayList<>();
      for (JsonNode event : api.get("/events", Caller.NOBODY).data()) {
        listed.add(event.path("id").asText());
      }
      assertThat(listed).containsExactly(sane);
      JsonNode bookings = api.get("/bookings", customer).data();
      assertThat(bookings).as("newest first").hasSize(2);
      assertThat(bookings.get(0).has("event")).isFalse();
      assertThat(bookings.get(1).has("event")).isTrue();
      String line = log.take();
      while (!line.contains(broken)) {
        line = log.take();
      }
      assertThat(line).contains("\"level\":\"error\"", "event", "currency");
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private void spoil(String event) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastseat.db"));
        PreparedStatement change =
            file.prepareStatement("update event set currency = 'NOPE' where id = ?")) {
      change.setString(1, event);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }
}
