package dev.lastseat.embedded.sqlite.analytics;

import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.stored.StoredFacts;
import dev.lastseat.domain.stored.Values;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.row.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Figures in the table {@code sales}. */
public record SqliteSalesFigures(Database database) implements SalesFigures {
  private static final String FIND =
      "select * from sales where event_id = ? and start = ? and currency = ?";
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
    return database.write(
        transaction ->
            (from == 0 && insert(figures).in(transaction))
                || Write.update(
                        "sales", StoredFacts.values(figures), slot(figures).with("upTo", from))
                    .in(transaction));
  }

  private static Write insert(SlotSales figures) {
    Values sales = StoredFacts.values(figures);
    slot(figures).forEach(sales::with);
    return Write.insert("insert or ignore into sales", sales);
  }

  private static Values slot(SlotSales figures) {
    SalesSlot slot = figures.slot();
    return new Values()
        .with("eventId", slot.event().value())
        .with("start", slot.start())
        .with("currency", slot.currency().getCurrencyCode());
  }

  @Override
  public List<SlotSales> between(Optional<EventId> event, Instant from, Instant to) {
    return database.scan(
        store ->
            event.isPresent()
                ? store.list(
                    BETWEEN_OF_EVENT, SqliteSalesFigures::read, event.get().value(), from, to)
                : store.list(BETWEEN, SqliteSalesFigures::read, from, to));
  }

  @Override
  public void clear() {
    database.update(CLEAR);
  }

  private static SlotSales read(Row row) {
    return StoredFacts.sales(row, row.text("eventId", EventId::new));
  }
}
