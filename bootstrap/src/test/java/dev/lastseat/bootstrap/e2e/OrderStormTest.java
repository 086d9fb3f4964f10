package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients who order tickets of the same few events at once, over real HTTP. */
class OrderStormTest {
  private static final int CLIENTS = 60;
  private static final int PLACES = 40;

  @TempDir Path data;

  @Test
  void of_orders_that_overlap_each_is_whole_or_absent_and_every_place_is_sold_once() {
    OrderBook book = new OrderBook();
    List<String> events;
    try (Lastseat lastseat = start();
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      events = Stream.generate(() -> office.event(PLACES, 20)).limit(4).toList();
      List<Caller> customers = office.customers(CLIENTS);

      List<Answer> answers =
          Storm.of(CLIENTS, i -> order(office, customers.get(i), events, new Random(i), book))
              .stream()
              .flatMap(List::stream)
              .toList();

      assertThat(answers).allMatch(it -> it.status() == 201 || it.code().equals("SOLD_OUT"));
      assertThat(book.size()).isGreaterThan(PLACES / 2);
      assertThat(book.assertWhole(office, events)).isEqualTo(book.size());
      for (String event : events) {
        assertThat(free(office, event)).isEqualTo(PLACES - sold(office, event));
      }
    }
    try (Lastseat lastseat = start();
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      assertThat(book.assertWhole(office, events)).isEqualTo(book.size());
    }
  }

  /** Five orders of some of the events, in any order. */
  private static List<Answer> order(
      BoxOffice office, Caller customer, List<String> events, Random random, OrderBook book) {
    List<Answer> answers = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      List<String> wanted = new ArrayList<>(events);
      Collections.shuffle(wanted, random);
      Answer answer =
          office.order(customer, wanted.subList(0, 2 + random.nextInt(2)), 1 + random.nextInt(2));
      answers.add(answer);
      if (answer.status() == 201) {
        book.ordered(answer.data());
      }
    }
    return answers;
  }

  @Test
  void one_user_who_books_from_150_connections_at_once_gets_a_ticket_on_each() {
    try (Lastseat lastseat = start();
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      String event = office.event(1_000, 1_000);
      Caller customer = office.customers(1).getFirst();

      List<Answer> answers = Storm.of(150, _ -> office.book(customer, event, 2));

      assertThat(answers).allMatch(answer -> answer.status() == 201);
      assertThat(sold(office, event)).isEqualTo(300);
    }
  }

  private static int sold(BoxOffice office, String event) {
    List<JsonNode> live = office.live(event);
    return live.stream().mapToInt(booking -> BoxOffice.places(booking).size()).sum();
  }

  private static int free(BoxOffice office, String event) {
    return office
        .api
        .get("/events/" + event + "/availability", office.admin)
        .data()
        .path("availableTickets")
        .asInt();
  }

  private Lastseat start() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    return Programs.start(settings);
  }
}
