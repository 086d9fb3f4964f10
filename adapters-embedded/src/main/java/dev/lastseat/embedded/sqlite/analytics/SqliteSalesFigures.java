package dev.lastseat.embedded.sqlite.analytics;

import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.stored.StoredFacts;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.row.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Figures in the table {@code sales}. */
public record SqliteSalesFigures(Database database) implements SalesFigures {
  private static final String FIND =
      "select * from sales where event_id = ? and start = ? and currency = ?";
  private static final String BEGIN =
      """
      insert or ignore into sales
      values (?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      """;
  private static final String SAVE =
      """
      update sales set up_to = ?, holds = ?, holds_confirmed = ?, holds_expired = ?,
        holds_cancelled = ?, bookings = ?, tickets = ?, revenue = ?, cancelled_bookings = ?,
        cancelled_tickets = ?, cancelled_revenue = ?, return_fees = ?
      where event_id = ? and start = ? and currency = ? and up_to = ?
      """;
  private static final String BETWEEN =
      "select * from sales where start >= ? and start < ? order by start, event_id, currency";
  private static final String BETWEEN_OF_EVENT =
      """
      select * from sales where event_id = ? and start >= ? and start < ?
      order by start, currency
      """;
  private static final String CLEAR = "delete from sales";

  @Override
  public List<SlotSales> find(Collection<SalesSlot> slots) {
    return slots.stream().flatMap(slot -> find(slot).stream()).toList();
  }

  private Optional<SlotSales> find(SalesSlot slot) {
    return database.first(FIND, SqliteSalesFigures::read, key(slot));
  }

  private static Object[] key(SalesSlot slot) {
    return new Object[] {slot.event().value(), slot.start(), slot.currency().getCurrencyCode()};
  }

  @Override
  public boolean save(SlotSales figures, long from) {
    SalesSlot slot = figures.slot();
    Sales sales = figures.sales();
    return database.write(
        transaction -> {
          transaction.update(BEGIN, key(slot));
          return transaction.update(
                  SAVE,
                  figures.upTo(),
                  sales.holds(),
                  sales.holdsConfirmed(),
                  sales.holdsExpired(),
                  sales.holdsCancelled(),
                  sales.bookings(),
                  sales.tickets(),
                  sales.revenue(),
                  sales.cancelledBookings(),
                  sales.cancelledTickets(),
                  sales.cancelledRevenue(),
                  sales.returnFees(),
                  slot.event().value(),
                  slot.start(),
                  slot.currency().getCurrencyCode(),
                  from)
              == 1;
        });
  }

  @Override
  public List<SlotSales> between(Optional<EventId> event, Instant from, Instant to) {
    Instant first = Values.from(from);
    Instant end = Values.from(to);
    return database.scan(
        store ->
            event.isPresent()
                ? store.list(
                    BETWEEN_OF_EVENT, SqliteSalesFigures::read, event.get().value(), first, end)
                : store.list(BETWEEN, SqliteSalesFigures::read, first, end));
  }

  @Override
  public void clear() {
    database.update(CLEAR);
  }

  private static SlotSales read(Row row) {
    return StoredFacts.sales(row, row.text("eventId", EventId::new));
  }
}
