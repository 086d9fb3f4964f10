package dev.lastseat.domain.stored;

import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.shared.Money;
import java.util.SortedMap;

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
            sales.number("holds"),
            sales.number("holdsConfirmed"),
            sales.number("holdsExpired"),
            sales.number("holdsCancelled"),
            sales.number("bookings"),
            sales.number("tickets"),
            sales.number("revenue"),
            sales.number("cancelledBookings"),
            sales.number("cancelledTickets"),
            sales.number("cancelledRevenue"),
            sales.number("returnFees")));
  }

  /** But its slot. */
  public static Values values(SlotSales figures) {
    Sales sales = figures.sales();
    return new Values()
        .with("upTo", figures.upTo())
        .with("holds", sales.holds())
        .with("holdsConfirmed", sales.holdsConfirmed())
        .with("holdsExpired", sales.holdsExpired())
        .with("holdsCancelled", sales.holdsCancelled())
        .with("bookings", sales.bookings())
        .with("tickets", sales.tickets())
        .with("revenue", sales.revenue())
        .with("cancelledBookings", sales.cancelledBookings())
        .with("cancelledTickets", sales.cancelledTickets())
        .with("cancelledRevenue", sales.cancelledRevenue())
        .with("returnFees", sales.returnFees());
  }
}
