package dev.lastseat.http;

import dev.lastseat.http.booking.BookingRoutes;
import dev.lastseat.http.booking.Idempotency;
import dev.lastseat.http.booking.OrderRoutes;
import dev.lastseat.http.event.EventForms;
import dev.lastseat.http.event.EventRoutes;
import dev.lastseat.http.event.PublicCaching;
import dev.lastseat.http.json.Forms;
import dev.lastseat.http.request.RateLimits;
import dev.lastseat.http.request.Route;
import dev.lastseat.http.user.AuthRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All routes of the API. */
final class Routes {
  private Routes() {}

  static List<Route> all(
      UseCases useCases,
      HttpPorts ports,
      RateLimits limits,
      Duration availabilityTtl,
      Clock clock) {
    Forms forms = new Forms(clock);
    PublicCaching caching = new PublicCaching(availabilityTtl, clock);
    Idempotency idempotency = new Idempotency(ports.responses());
    return Stream.of(
            new HealthRoutes(ports.health(), clock).routes(),
            new AuthRoutes(useCases.users(), forms, limits).routes(),
            new EventRoutes(useCases.events(), new EventForms(forms), caching).routes(),
            new BookingRoutes(useCases.bookings(), forms, idempotency).routes(),
            new OrderRoutes(useCases.orders(), forms, idempotency).routes())
        .flatMap(List::stream)
        .toList();
  }
}
