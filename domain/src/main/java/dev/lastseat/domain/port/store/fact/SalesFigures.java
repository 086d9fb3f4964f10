package dev.lastseat.domain.port.store.fact;

import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was counted of the facts; it can be counted again at any time. */
public interface SalesFigures {
  /** Those of these slots that there are. */
  List<SlotSales> find(Collection<SalesSlot> slots);

  /**
   * Writes figures over those that they were made of, each in one atomic step.
   *
   * @param from up to where the figures of the slot were counted; 0 where there were none
   * @return false when somebody else has counted on meanwhile
   */
  boolean save(SlotSales figures, long from);

  /** Of one event or of all, of slots that begin from {@code from} on and before {@code to}. */
  List<SlotSales> between(Optional<EventId> event, Instant from, Instant to);

  /** Forgets everything. */
  void clear();
}
