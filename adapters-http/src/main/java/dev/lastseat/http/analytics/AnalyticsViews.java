package dev.lastseat.http.analytics;

import dev.lastseat.application.analytics.ReportQuery;
import dev.lastseat.application.analytics.SalesReport;
import dev.lastseat.application.analytics.SalesReport.InCurrency;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.json.Times;
import dev.lastseat.http.json.View;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How reports of sales are shown. */
final class AnalyticsViews {
  /** {@code conversion} is the share of holds that ended in this time by being bought. */
  private static final View<InCurrency> FIGURES =
      new View<InCurrency>()
          .field("currency", it -> it.currency().getCurrencyCode())
          .field("bookings", it -> it.sales().bookings())
          .field("tickets", it -> it.sales().tickets())
          .field("revenue", it -> major(it, it.sales().revenue()))
          .field("cancelledBookings", it -> it.sales().cancelledBookings())
          .field("cancelledTickets", it -> it.sales().cancelledTickets())
          .field("cancelledRevenue", it -> major(it, it.sales().cancelledRevenue()))
          .field("returnFees", it -> major(it, it.sales().returnFees()))
          .field("holds", it -> it.sales().holds())
          .field("holdsConfirmed", it -> it.sales().holdsConfirmed())
          .field("holdsExpired", it -> it.sales().holdsExpired())
          .field("holdsCancelled", it -> it.sales().holdsCancelled())
          .field("conversion", it -> conversion(it.sales()));

  private static final View<SalesReport.EventSales> EVENT =
      new View<SalesReport.EventSales>()
          .field("id", sales -> sales.event().id().value())
          .field("name", sales -> sales.event().details().name())
          .field("tickets", SalesReport.EventSales::tickets)
          .field("ticketsBefore", SalesReport.EventSales::ticketsBefore)
          .field("soldOutBy", SalesReport.EventSales::soldOutBy);

  private AnalyticsViews() {}

  static View<SalesReport> report(ReportQuery query) {
    return new View<SalesReport>()
        .field("from", _ -> query.from())
        .field("to", _ -> query.to())
        .field("bucket", _ -> query.bucket())
        .field("zone", _ -> query.zone().getId())
        .field("totals", report -> FIGURES.each(report.totals()))
        .field("buckets", report -> bucket(query.zone()).each(report.buckets()))
        .field("events", report -> EVENT.each(report.events()));
  }

  /** {@code start} is in UTC, {@code localStart} the same instant with the offset of the zone. */
  private static View<SalesReport.Bucket> bucket(ZoneId zone) {
    return new View<SalesReport.Bucket>()
        .field("start", SalesReport.Bucket::start)
        .field("localStart", bucket -> Times.local(bucket.start(), zone))
        .all(SalesReport.Bucket::figures, FIGURES);
  }

  private static BigDecimal major(InCurrency figures, long minorUnits) {
    return new Money(minorUnits, figures.currency()).major();
  }

  private static @Nullable Double conversion(Sales sales) {
    long ended = sales.holdsConfirmed() + sales.holdsExpired() + sales.holdsCancelled();
    return ended == 0 ? null : Math.round(1_000.0 * sales.holdsConfirmed() / ended) / 1_000.0;
  }
}
