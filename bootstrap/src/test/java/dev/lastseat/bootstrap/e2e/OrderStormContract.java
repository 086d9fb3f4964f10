package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients who order tickets of the same few events at once, over real HTTP. */
abstract class OrderStormContract {
  private static final int CLIENTS = 60;
  private static final int PLACES = 40;
  private static final int SOON = 25;

  @TempDir Path folder;

  abstract House open(Path folder);

  @Test
  @Timeout(120)
  void of_orders_that_overlap_each_is_whole_or_absent_and_every_place_is_sold_once() {
    OrderBook book = new OrderBook();
    try (House house = open(folder)) {
      BoxOffice office = house.office(SOON);
      List<String> events = Stream.generate(() -> office.event(PLACES, 20)).limit(4).toList();
      List<Caller> customers = office.customers(CLIENTS);

      List<Answer> answers =
          Storm.of(CLIENTS, i -> order(office, customers.get(i), events, new Random(i), book))
              .stream()
              .flatMap(List::stream)
              .toList();

      int cutShort = Math.toIntExact(answers.stream().filter(Answer::isUnderWay).count());
      assertThat(cutShort).isLessThanOrEqualTo(house.lost() * CLIENTS);
      assertThat(answers)
          .allMatch(it -> it.status() == 201 || it.code().equals("SOLD_OUT") || it.isUnderWay());
      assertThat(book.size()).isGreaterThan(PLACES / 2);
      settle(house, office, events);
      assertThat(book.assertWhole(office, events)).isBetween(book.size(), book.size() + cutShort);

      house.restart();

      assertThat(book.assertWhole(house.office(), events))
          .isBetween(book.size(), book.size() + cutShort);
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

  /**
   * Until every place is sold or free, and none held by an order that is not decided. Where no
   * instance was lost, that is so at once.
   */
  private static void settle(House house, BoxOffice office, List<String> events) {
    while (events.stream().anyMatch(event -> isUndecided(office, event))) {
      assertThat(house.lost()).as("how many could have left an order undecided").isPositive();
      house.sweep();
    }
  }

  private static boolean isUndecided(BoxOffice office, String event) {
    return free(office, event) + sold(office, event) != PLACES;
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
}
