package dev.lastseat.http.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.Wire;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the observer is told of requests; it is told when the answer has gone out. */
class RequestWatchTest extends ServerTest {
  @Test
  void every_request_is_told_by_its_pattern_with_its_status_and_outcome() {
    Event event = add(AnEvent.published());
    api("/events/" + event.id().value()).get().is(200);
    api("/events/unknown").get().is(404);
    root("/nowhere/at/all").get().is(404);
    assertSeen(
        "GET /api/v1/events/{id} 200 ok",
        "GET /api/v1/events/{id} 404 not_found",
        "GET none 404 not_found");
  }

  @Test
  void a_booking_is_told_from_one_that_is_answered_again_and_from_one_that_is_refused() {
    Event event = add(AnEvent.published().places(1));
    String anna = token("anna");
    UUID key = UUID.randomUUID();
    String one = "{'eventId':'%s','quantity':1}".formatted(event.id().value());
    book(anna, key, one).is(201);
    book(anna, key, one).is(201);
    book(token("bert"), one).is(409);
    assertSeen(
        "POST /api/v1/bookings 201 ok",
        "POST /api/v1/bookings 201 replayed",
        "POST /api/v1/bookings 409 sold_out");
  }

  @Test
  void a_request_that_is_too_broken_for_any_route_is_told_too() {
    Wire.request(server.uri(), "GET /events/%zz");
    assertSeen("BAD none 400 error");
  }

  /** Whoever closes the server has waited for what ran. */
  private void assertSeen(String... requests) {
    server.close();
    assertThat(house.observer.seen()).containsExactlyInAnyOrder(requests);
  }
}
