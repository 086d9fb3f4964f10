package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.engines.Engines;
import dev.lastseat.engines.RedisProcess;
import dev.lastseat.engines.Relay;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a booking over HTTP costs at Redis, from its rate limit to its response. */
class RoundTripsTest {
  private static final int BOOKINGS = 20;
  private static final int LONE_BOOKINGS = 80;

  @Test
  void a_lone_booking_but_the_first_of_an_event_takes_three_round_trips() {
    try (RedisProcess redis = RedisProcess.start();
        Relay relay = Relay.before(redis.uri());
        House house = open(relay)) {
      BoxOffice office = house.office();
      List<Caller> customers = office.customers(1 + LONE_BOOKINGS);
      String event = office.event(1_000, 1_000);
      office.book(customers.getFirst(), event, 1);

      // Where a booking takes its time, what nobody waits for goes out by itself, beside it.
      OptionalInt trips =
          IntStream.rangeClosed(1, LONE_BOOKINGS)
              .map(i -> roundTrips(relay, office, customers.get(i), event, i))
              .filter(it -> it <= 3)
              .findFirst();

      assertThat(trips).hasValue(3);
    }
  }

  /** Both read an event from the store, for themselves. */
  @Test
  void nor_does_it_take_more_while_others_confirm_holds_and_are_refused() {
    try (RedisProcess redis = RedisProcess.start();
        Relay relay = Relay.before(redis.uri());
        House house = open(relay)) {
      BoxOffice office = house.office();
      Caller customer = office.customers(1).getFirst();
      String event = office.event(1_000, 1_000);
      String held = office.event(1_000, 1_000);
      String spent = office.event(1_000, 1);
      office.book(customer, spent, 1);
      List<String> holds =
          Stream.generate(() -> hold(office, customer, held)).limit(BOOKINGS).toList();

      List<Integer> trips =
          holds.stream()
              .map(
                  hold -> {
                    book(office, customer, event, 1);
                    assertThat(office.confirm(customer, hold).status()).isEqualTo(200);
                    assertThat(office.book(customer, spent, 1).status()).isEqualTo(409);
                    return roundTrips(relay, office, customer, event, 1);
                  })
              .toList();

      assertThat(trips).contains(3);
    }
  }

  /** What nobody waited for until then goes out with a look at the event, and not beside it. */
  private static int roundTrips(
      Relay relay, BoxOffice office, Caller customer, String event, int turn) {
    assertThat(office.api.get("/events/" + event, customer).status()).isEqualTo(200);
    return relay.roundTrips(() -> book(office, customer, event, turn));
  }

  private static String hold(BoxOffice office, Caller customer, String event) {
    String key = UUID.randomUUID().toString();
    return office.book(customer, event, 1, true, key).data().path("id").asText();
  }

  private static House open(Relay redis) {
    return OneInstance.on(SharedEngines.settings(Engines.mongodb(), redis.uri()));
  }

  private static void book(BoxOffice office, Caller customer, String event, int turn) {
    assertThat(office.book(customer, event, 1 + turn % 10).status()).isEqualTo(201);
  }
}
