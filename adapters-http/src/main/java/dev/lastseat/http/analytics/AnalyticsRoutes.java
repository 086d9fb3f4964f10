package dev.lastseat.http.analytics;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.analytics.ReportQuery;
import dev.lastseat.application.analytics.ReportQuery.Bucket;
import dev.lastseat.application.analytics.ReportSales;
import dev.lastseat.application.analytics.ReportSales.Outcome;
import dev.lastseat.application.analytics.SalesReport;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How sales go. */
public record AnalyticsRoutes(ReportSales sales, Clock clock) {
  public List<Route> routes() {
    return List.of(
        Route.query("/events/{id}/analytics", Access.ORGANISER, this::ofEvent)
            .scoped(Scope.BOOKINGS_READ),
        Route.query("/analytics", Access.ORGANISER, this::ofAll).scoped(Scope.BOOKINGS_READ));
  }

  private void ofEvent(Context context) {
    ReportQuery query = query(context);
    EventId id = EVENT.id(context);
    switch (sales.handle(principal(context), id, query)) {
      case Outcome.Reported(SalesReport report) -> answer(context, query, report);
      case Outcome.NotFound _ -> throw EVENT.notFound();
      case Outcome.Forbidden _ -> throw Problem.forbidden("Somebody else runs the event.");
    }
  }

  private void ofAll(Context context) {
    ReportQuery query = query(context);
    answer(context, query, sales.handle(principal(context), query));
  }

  private static void answer(Context context, ReportQuery query, SalesReport report) {
    Responses.ok(context, AnalyticsViews.report(query).apply(report), "The sales.");
  }

  private ReportQuery query(Context context) {
    Query query = new Query(context);
    ZoneId zone = query.zone("zone").orElse(Schedule.DEFAULT_ZONE);
    Optional<Instant> from = query.instant("from", false, zone);
    Instant to = query.instant("to", true, zone).orElseGet(clock::instant);
    Bucket bucket = query.constant("bucket", Bucket.DAY);
    return query.requireGood(
        () ->
            new ReportQuery(from.orElseGet(() -> to.minus(ReportQuery.DEFAULT)), to, bucket, zone));
  }
}
