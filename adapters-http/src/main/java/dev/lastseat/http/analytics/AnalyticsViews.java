package dev.lastseat.http.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lastseat.application.analytics.ReportQuery;
import dev.lastseat.application.analytics.SalesReport;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.json.Times;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How reports of sales are shown. A component that is null is left out. */
final class AnalyticsViews {
  private AnalyticsViews() {}

  record ReportView(
      String from,
      String to,
      String bucket,
      String zone,
      List<FiguresView> totals,
      List<BucketView> buckets,
      List<EventView> events) {}

  /** {@code conversion} is the share of holds that ended in this time by being bought. */
  record FiguresView(
      String currency,
      long bookings,
      long tickets,
      BigDecimal revenue,
      long cancelledBookings,
      long cancelledTickets,
      BigDecimal cancelledRevenue,
      BigDecimal returnFees,
      long holds,
      long holdsConfirmed,
      long holdsExpired,
      long holdsCancelled,
      @Nullable Double conversion) {}

  /** {@code start} is in UTC, {@code localStart} the same instant with the offset of the zone. */
  record BucketView(String start, String localStart, @JsonUnwrapped FiguresView figures) {}

  record EventView(
      String id, String name, long tickets, long ticketsBefore, @Nullable String soldOutBy) {}

  static ReportView report(ReportQuery query, SalesReport report) {
    return new ReportView(
        Times.text(query.from()),
        Times.text(query.to()),
        query.bucket().word(),
        query.zone().getId(),
        report.totals().stream().map(AnalyticsViews::figures).toList(),
        report.buckets().stream()
            .map(
                bucket ->
                    new BucketView(
                        Times.text(bucket.start()),
                        Times.local(bucket.start(), query.zone()),
                        figures(bucket.figures())))
            .toList(),
        report.events().stream().map(AnalyticsViews::event).toList());
  }

  private static FiguresView figures(SalesReport.InCurrency figures) {
    Sales sales = figures.sales();
    return new FiguresView(
        figures.currency().getCurrencyCode(),
        sales.bookings(),
        sales.tickets(),
        major(sales.revenue(), figures.currency()),
        sales.cancelledBookings(),
        sales.cancelledTickets(),
        major(sales.cancelledRevenue(), figures.currency()),
        major(sales.returnFees(), figures.currency()),
        sales.holds(),
        sales.holdsConfirmed(),
        sales.holdsExpired(),
        sales.holdsCancelled(),
        conversion(sales));
  }

  private static BigDecimal major(long minorUnits, Currency currency) {
    return new Money(minorUnits, currency).major();
  }

  private static @Nullable Double conversion(Sales sales) {
    long ended = sales.holdsConfirmed() + sales.holdsExpired() + sales.holdsCancelled();
    return ended == 0 ? null : Math.round(1_000.0 * sales.holdsConfirmed() / ended) / 1_000.0;
  }

  private static EventView event(SalesReport.EventSales sales) {
    return new EventView(
        sales.event().id().value(),
        sales.event().details().name(),
        sales.tickets(),
        sales.ticketsBefore(),
        sales.soldOutBy().map(Times::text).orElse(null));
  }
}
