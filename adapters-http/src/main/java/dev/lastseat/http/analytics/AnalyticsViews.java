package dev.lastseat.http.analytics;

import dev.lastseat.application.analytics.ReportQuery;
import dev.lastseat.application.analytics.SalesReport;
import dev.lastseat.application.analytics.SalesReport.InCurrency;
import dev.lastseat.application.api.Times;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.Sales.Figure;
import dev.lastseat.domain.shared.Money;
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
          .field("bookings", it -> it.sales().of(Figure.BOOKINGS))
          .field("tickets", it -> it.sales().of(Figure.TICKETS))
          .field("revenue", it -> major(it, it.sales().of(Figure.REVENUE)))
          .field("cancelledBookings", it -> it.sales().of(Figure.CANCELLED_BOOKINGS))
          .field("cancelledTickets", it -> it.sales().of(Figure.CANCELLED_TICKETS))
          .field("cancelledRevenue", it -> major(it, it.sales().of(Figure.CANCELLED_REVENUE)))
          .field("returnFees", it -> major(it, it.sales().of(Figure.RETURN_FEES)))
          .field("holds", it -> it.sales().of(Figure.HOLDS))
          .field("holdsConfirmed", it -> it.sales().of(Figure.HOLDS_CONFIRMED))
          .field("holdsExpired", it -> it.sales().of(Figure.HOLDS_EXPIRED))
          .field("holdsCancelled", it -> it.sales().of(Figure.HOLDS_CANCELLED))
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
    long ended =
        sales.of(Figure.HOLDS_CONFIRMED)
            + sales.of(Figure.HOLDS_EXPIRED)
            + sales.of(Figure.HOLDS_CANCELLED);
    return ended == 0
        ? null
        : Math.round(1_000.0 * sales.of(Figure.HOLDS_CONFIRMED) / ended) / 1_000.0;
  }
}
