package dev.lastseat.application.analytics;

import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import java.util.List;

/**
 * Counts all sales again, from the first fact on. Nobody else may count meanwhile: what another
 * instance had counted already it would not count again.
 */
public record RecountSales(FactLog log, FactPositions positions, SalesFigures figures) {
  /** Answers how many facts were gone through. Whoever is interrupted can begin again. */
  public long handle() {
    boolean _ = positions.advance(CountSales.NAME, positions.of(CountSales.NAME), 0);
    figures.clear();
    new FollowFacts(log, positions, List.of(new CountSales(log, figures))).handle();
    return positions.of(CountSales.NAME);
  }
}
