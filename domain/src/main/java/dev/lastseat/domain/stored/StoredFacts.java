package dev.lastseat.domain.stored;

import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.Sales.Figure;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.shared.Money;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Facts, and what was counted of them, of what is stored of them. */
public final class StoredFacts {
  private StoredFacts() {}

  public static Fact fact(Fields fact, SortedMap<String, String> data) {
    return new Fact(
        fact.text("stream", StreamId::parse),
        fact.number("version"),
        fact.text("kind"),
        fact.time("at"),
        new Cause(fact.text("actor", Actor::new), fact.text("requestId")),
        data);
  }

  public static SlotSales sales(Fields sales, EventId event) {
    return new SlotSales(
        new SalesSlot(event, sales.time("start"), sales.text("currency", Money::currency)),
        sales.number("upTo"),
        new Sales(
            Arrays.stream(Figure.values())
                .collect(Collectors.toMap(it -> it, it -> sales.number(it.word())))));
  }

  /** But its slot. */
  public static Values values(SlotSales figures) {
    Values values = new Values().with("upTo", figures.upTo());
    for (Figure figure : Figure.values()) {
      values.with(figure.word(), figures.sales().of(figure));
    }
    return values;
  }
}
