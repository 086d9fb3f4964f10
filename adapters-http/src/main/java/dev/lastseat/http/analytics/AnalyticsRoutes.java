package dev.lastseat.http.analytics;

import dev.lastseat.application.analytics.ReportQuery;
import dev.lastseat.application.analytics.ReportQuery.Bucket;
import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.analytics.ReportSales.Outcome;
import dev.lastseat.application.analytics.SalesReport;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How sales go. */
public final class AnalyticsRoutes {
  private final ReportSales sales;
  private final Clock clock;

  public AnalyticsRoutes(ReportSales sales, Clock clock) {
    this.sales = sales;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.query("/events/{id}/analytics", Access.ORGANISER, this::ofEvent)
            .scoped(Scope.BOOKINGS_READ),
        Route.query("/analytics", Access.ORGANISER, this::ofAll).scoped(Scope.BOOKINGS_READ));
  }

  private void ofEvent(Context context) {
    ReportQuery query = query(context);
    EventId id = Route.id(context, "The event", EventId::new);
    switch (sales.handle(RequestContext.principal(context), id, query)) {
      case Outcome.Reported(SalesReport report) -> answer(context, query, report);
      case Outcome.NotFound _ -> throw Problem.notFound("The event");
      case Outcome.Forbidden _ ->
          throw Problem.of(Code.AUTHORIZATION_ERROR, "Somebody else runs the event.");
    }
  }

  private void ofAll(Context context) {
    ReportQuery query = query(context);
    answer(context, query, sales.handle(RequestContext.principal(context), query));
  }

  private static void answer(Context context, ReportQuery query, SalesReport report) {
    Responses.ok(context, AnalyticsViews.report(query, report), "The sales.");
  }

  private ReportQuery query(Context context) {
    Query query = new Query(context);
    Optional<Instant> from = query.instant("from", false);
    Instant to = query.instant("to", true).orElseGet(clock::instant);
    Bucket bucket = query.constant("bucket", Bucket.values(), Bucket::word, Bucket.DAY);
    ZoneId zone =
        query
            .parsed("zone", "a time zone such as Europe/Berlin", ZoneId::of)
            .orElse(ZoneOffset.UTC);
    query.requireGood();
    try {
      return new ReportQuery(from.orElseGet(() -> to.minus(ReportQuery.DEFAULT)), to, bucket, zone);
    } catch (InvalidValue invalid) {
      query.error(invalid.field(), invalid.requirement());
      query.requireGood();
      throw invalid;
    }
  }
}
