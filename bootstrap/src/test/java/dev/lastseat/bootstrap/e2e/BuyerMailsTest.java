package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What buyers get by mail while many of them buy at once. */
@Timeout(120)
class BuyerMailsTest {
  private static final int CUSTOMERS = 30;

  @TempDir Path data;

  @Test
  void after_a_storm_each_booking_is_told_of_once_and_each_order_too() throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("BOOKING_MAILS", "on");
    try (Lastseat lastseat = Programs.start(settings);
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      String concert = office.event(100, 10);
      String play = office.event(100, 10);
      List<Caller> customers = office.customers(CUSTOMERS);

      List<Answer> answers =
          Storm.of(CUSTOMERS, i -> buy(office, customers.get(i), i, concert, play));
      assertThat(answers).allMatch(answer -> answer.status() < 300);
      awaitAllTold();

      assertThat(mails()).isEqualTo(Map.of("order", 10L, "ticket", 20L));
      for (JsonNode booking : sold(office, concert, play)) {
        assertThat(texts().filter(it -> it.contains(booking.path("ticketNumber").asText())))
            .hasSize(1);
      }

      String first = answers.get(1).data().path("id").asText();
      assertThat(office.cancel(customers.get(1), first).status()).isEqualTo(200);
      assertThat(move(office, concert).status()).isEqualTo(200);
      awaitAllTold();

      // All have bought it, and one has given it back.
      assertThat(mails())
          .isEqualTo(Map.of("order", 10L, "ticket", 20L, "cancelled", 1L, "moved", CUSTOMERS - 1L));
    }
  }

  /** In one order of both events or one booking, each at once or by way of holds. */
  private static Answer buy(
      BoxOffice office, Caller customer, int number, String concert, String play) {
    return switch (number % 3) {
      case 0 ->
          number % 2 == 0
              ? office.order(customer, List.of(concert, play), 2)
              : heldOrder(office.api, customer, concert, play);
      case 1 -> office.book(customer, concert, 1);
      default -> {
        Answer held = office.book(customer, concert, 1, true, UUID.randomUUID().toString());
        yield office.confirm(customer, held.data().path("id").asText());
      }
    };
  }

  private static Answer heldOrder(Api api, Caller customer, String concert, String play) {
    String body =
        """
        {"hold":true,"items":[{"eventId":"%s","quantity":2},{"eventId":"%s","quantity":2}]}\
        """
            .formatted(concert, play);
    Answer held = api.postOnce("/orders", customer, body, UUID.randomUUID().toString());
    return api.patch("/orders/" + held.data().path("id").asText() + "/confirm", customer, "{}");
  }

  private static List<JsonNode> sold(BoxOffice office, String concert, String play) {
    return Stream.of(concert, play)
        .flatMap(event -> office.bookings(event, "confirmed").stream())
        .toList();
  }

  private static Answer move(BoxOffice office, String event) {
    return office.api.patch(
        "/events/" + event, office.admin, "{\"venue\":\"New Hall\"}", "If-Match", "\"1\"");
  }

  /** How many of each sort there are. */
  private Map<String, Long> mails() throws IOException {
    Map<String, String> sorts =
        Map.of(
            "order", "Subject: Your order is confirmed",
            "ticket", "Subject: Your ticket: ",
            "cancelled", "Subject: You cancelled a booking",
            "moved", "Subject: Moved: ");
    Map<String, Long> mails = new TreeMap<>();
    for (Map.Entry<String, String> sort : sorts.entrySet()) {
      long count = texts().filter(it -> it.contains(sort.getValue())).count();
      if (count > 0) {
        mails.put(sort.getKey(), count);
      }
    }
    return mails;
  }

  private Stream<String> texts() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files
          .filter(it -> it.toString().endsWith(".eml"))
          .map(BuyerMailsTest::read)
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The mails have followed all facts, and no job is open but for reminders to come. */
  private void awaitAllTold() throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lastseat.db"));
        Statement statement = file.createStatement()) {
      boolean told = false;
      while (!told && !Thread.currentThread().isInterrupted()) {
        try (ResultSet behind =
            statement.executeQuery(
                """
                select 1 from fact where sequence >
                  ifnull((select sequence from fact_position where follower = 'mails'), 0)
                union all
                select 1 from job where state <> 'done' and payload not like 'hold-ending %'
                """)) {
          told = !behind.next();
        }
      }
    }
  }
}
