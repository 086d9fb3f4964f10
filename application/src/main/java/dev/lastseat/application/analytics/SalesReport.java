package dev.lastseat.application.analytics;

import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.event.Event;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How sales went in some time.
 *
 * @param totals of all of it, one for each currency
 * @param buckets of each hour or day in which something happened, one for each currency, in order
 * @param events those that sold most, the first one most
 */
public record SalesReport(List<InCurrency> totals, List<Bucket> buckets, List<EventSales> events) {

  public record InCurrency(Currency currency, Sales sales) {}

  /** What happened from that instant on, until the next hour or day begins. */
  public record Bucket(Instant start, InCurrency figures) {}

  /**
   * What one event sold.
   *
   * @param ticketsBefore in as much time just before
   * @param soldOutBy the end of the quarter of an hour by which it had sold as many tickets as it
   *     has; empty when it has not
   */
  public record EventSales(
      Event event, long tickets, long ticketsBefore, Optional<Instant> soldOutBy) {}
}
