package dev.lastseat.domain.fake;

import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures in a map. */
public final class FakeSalesFigures implements SalesFigures {
  private final Map<SalesSlot, SlotSales> figures = new HashMap<>();

  @Override
  public synchronized List<SlotSales> find(Collection<SalesSlot> slots) {
    return slots.stream().flatMap(slot -> Stream.ofNullable(figures.get(slot))).toList();
  }

  @Override
  public synchronized boolean save(SlotSales counted, long from) {
    SlotSales known = figures.get(counted.slot());
    boolean unmoved = from == (known == null ? 0 : known.upTo());
    if (unmoved) {
      figures.put(counted.slot(), counted);
    }
    return unmoved;
  }

  @Override
  public synchronized List<SlotSales> between(Optional<EventId> event, Instant from, Instant to) {
    return figures.values().stream()
        .filter(it -> event.filter(wanted -> !wanted.equals(it.slot().event())).isEmpty())
        .filter(it -> !it.slot().start().isBefore(from) && it.slot().start().isBefore(to))
        .sorted(Comparator.comparing(it -> it.slot().start()))
        .toList();
  }

  @Override
  public synchronized void clear() {
    figures.clear();
  }
}
