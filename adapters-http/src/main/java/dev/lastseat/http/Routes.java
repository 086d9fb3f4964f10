package dev.lastseat.http;

import dev.lastseat.http.account.AccountExportRoutes;
import dev.lastseat.http.analytics.AnalyticsRoutes;
import dev.lastseat.http.apikey.ApiKeyRoutes;
import dev.lastseat.http.audit.AuditRoutes;
import dev.lastseat.http.booking.BookingRoutes;
import dev.lastseat.http.booking.BoxOfficeRoutes;
import dev.lastseat.http.booking.Idempotency;
import dev.lastseat.http.booking.OrderRoutes;
import dev.lastseat.http.booking.ReturnRoutes;
import dev.lastseat.http.checkin.CheckinListRoutes;
import dev.lastseat.http.checkin.ScanRoutes;
import dev.lastseat.http.event.EventChangeRoutes;
import dev.lastseat.http.event.EventRoutes;
import dev.lastseat.http.fact.FactRoutes;
import dev.lastseat.http.filter.RateLimits;
import dev.lastseat.http.graphql.GraphqlRoutes;
import dev.lastseat.http.health.HealthRoutes;
import dev.lastseat.http.job.JobRoutes;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.passkey.PasskeyRoutes;
import dev.lastseat.http.payment.PaymentEventRoutes;
import dev.lastseat.http.payment.PaymentRoutes;
import dev.lastseat.http.request.Route;
import dev.lastseat.http.ticket.TicketRoutes;
import dev.lastseat.http.user.AuthRoutes;
import dev.lastseat.http.user.DirectoryRoutes;
import dev.lastseat.http.user.MailedRoutes;
import dev.lastseat.http.user.OwnAccountRoutes;
import dev.lastseat.http.user.SessionRoutes;
import dev.lastseat.http.webhook.WebhookRoutes;
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
      Listeners listeners,
      Duration availabilityTtl,
      Clock clock) {
    Idempotency idempotency = new Idempotency(ports.responses());
    return Stream.of(
            new HealthRoutes(ports.health(), clock).routes(),
            new AuthRoutes(useCases.users(), limits).routes(),
            new OwnAccountRoutes(useCases.users(), limits).routes(),
            new PasskeyRoutes(useCases.passkeys(), limits).routes(),
            new SessionRoutes(useCases.users()).routes(),
            new AccountExportRoutes(useCases.users()).routes(),
            new MailedRoutes(useCases.users(), limits).routes(),
            new EventRoutes(useCases.events(), listeners, availabilityTtl, clock).routes(),
            new EventChangeRoutes(useCases.events(), clock).routes(),
            new BookingRoutes(useCases.bookings(), idempotency).routes(),
            new BoxOfficeRoutes(useCases.bookings(), idempotency).routes(),
            new ReturnRoutes(useCases.bookings()).routes(),
            new OrderRoutes(useCases.orders(), idempotency).routes(),
            new PaymentRoutes(useCases.payments()).routes(),
            new PaymentEventRoutes(useCases.payments(), limits).routes(),
            new TicketRoutes(useCases.tickets()).routes(),
            new CheckinListRoutes(useCases.checkins(), listeners).routes(),
            new ScanRoutes(useCases.checkins()).routes(),
            new ApiKeyRoutes(useCases.apiKeys()).routes(),
            new DirectoryRoutes(useCases.directory()).routes(),
            new FactRoutes(useCases.facts(), listeners).routes(),
            new AnalyticsRoutes(useCases.analytics(), clock).routes(),
            new WebhookRoutes(useCases.webhooks(), useCases.redeliver()).routes(),
            new JobRoutes(useCases.jobs()).routes(),
            new AuditRoutes(useCases.audit()).routes(),
            new GraphqlRoutes(useCases.graphql(), limits).routes())
        .flatMap(List::stream)
        .toList();
  }
}
