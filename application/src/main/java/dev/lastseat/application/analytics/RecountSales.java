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
public final class RecountSales {
  private final FactPositions positions;
  private final SalesFigures figures;
  private final FollowFacts follow;

  public RecountSales(FactLog log, FactPositions positions, SalesFigures figures) {
    this.positions = positions;
    this.figures = figures;
    this.follow = new FollowFacts(log, positions, List.of(new CountSales(log, figures)));
  }

  /** Answers how many facts were gone through. Whoever is interrupted can begin again. */
  public long handle() {
    boolean _ = positions.advance(CountSales.NAME, positions.of(CountSales.NAME), 0);
    figures.clear();
    follow.handle();
    return positions.of(CountSales.NAME);
  }
}
