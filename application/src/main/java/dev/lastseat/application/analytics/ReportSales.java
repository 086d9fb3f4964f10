package dev.lastseat.application.analytics;

import dev.lastseat.application.analytics.SalesReport.Bucket;
import dev.lastseat.application.analytics.SalesReport.EventSales;
import dev.lastseat.application.analytics.SalesReport.InCurrency;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.Sales.Figure;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Tells those who run events how these sell. The figures are seconds behind the sale. */
public record ReportSales(Events events, SalesFigures figures) {
  /** How many events are listed that sold most. */
  static final int MOST_EVENTS = 10;

  private static final Comparator<Currency> BY_CODE =
      Comparator.comparing(Currency::getCurrencyCode);

  /** What came of it. */
  public sealed interface Outcome {
    record Reported(SalesReport report) implements Outcome {}

    record NotFound() implements Outcome {}

    /** Somebody else runs the event. */
    record Forbidden() implements Outcome {}
  }

  /** Of one event, as it is or was. */
  public Outcome handle(Principal sender, EventId id, ReportQuery query) {
    Event event = events.findAll(List.of(id)).get(id);
    if (event == null) {
      return new Outcome.NotFound();
    }
    if (!event.isRunBy(sender)) {
      return event.isDraft() ? new Outcome.NotFound() : new Outcome.Forbidden();
    }
    List<SlotSales> slots = figures.between(Optional.of(id), query.before(), query.to());
    return new Outcome.Reported(report(slots, query, Map.of(id, event)));
  }

  /** Of all events that the sender runs. */
  public SalesReport handle(Principal sender, ReportQuery query) {
    List<SlotSales> slots = figures.between(Optional.empty(), query.before(), query.to());
    Map<EventId, Event> known =
        events.findAll(slots.stream().map(it -> it.slot().event()).distinct().toList());
    Map<EventId, Event> own =
        known.values().stream()
            .filter(event -> event.isRunBy(sender))
            .collect(Collectors.toMap(Event::id, Function.identity()));
    return report(slots, query, own);
  }

  private SalesReport report(List<SlotSales> slots, ReportQuery query, Map<EventId, Event> events) {
    List<SlotSales> shown =
        slots.stream().filter(it -> events.containsKey(it.slot().event())).toList();
    Map<Boolean, List<SlotSales>> current =
        shown.stream()
            .collect(Collectors.partitioningBy(it -> !it.slot().start().isBefore(query.from())));
    List<SlotSales> now = current.getOrDefault(true, List.of());
    return new SalesReport(
        inCurrencies(now),
        buckets(now, query),
        best(events, tickets(now), tickets(current.getOrDefault(false, List.of())), query.to()));
  }

  private static List<InCurrency> inCurrencies(List<SlotSales> slots) {
    Map<Currency, Sales> totals =
        slots.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.slot().currency(), () -> new TreeMap<>(BY_CODE), added()));
    return totals.entrySet().stream()
        .map(total -> new InCurrency(total.getKey(), total.getValue()))
        .toList();
  }

  private static Collector<SlotSales, ?, Sales> added() {
    return Collectors.reducing(Sales.NONE, SlotSales::sales, Sales::plus);
  }

  private static List<Bucket> buckets(List<SlotSales> slots, ReportQuery query) {
    Map<Instant, List<SlotSales>> buckets =
        slots.stream()
            .collect(
                Collectors.groupingBy(
                    it -> query.bucketOf(it.slot().start()), TreeMap::new, Collectors.toList()));
    return buckets.entrySet().stream()
        .flatMap(
            bucket ->
                inCurrencies(bucket.getValue()).stream()
                    .map(figures -> new Bucket(bucket.getKey(), figures)))
        .toList();
  }

  private static Map<EventId, Long> tickets(List<SlotSales> slots) {
    return slots.stream()
        .collect(
            Collectors.groupingBy(
                it -> it.slot().event(),
                Collectors.summingLong(it -> it.sales().of(Figure.TICKETS))));
  }

  private List<EventSales> best(
      Map<EventId, Event> events, Map<EventId, Long> now, Map<EventId, Long> before, Instant end) {
    return events.values().stream()
        .sorted(
            Comparator.comparingLong((Event event) -> now.getOrDefault(event.id(), 0L))
                .reversed()
                .thenComparing(event -> event.id().value()))
        .limit(MOST_EVENTS)
        .map(
            event ->
                new EventSales(
                    event,
                    now.getOrDefault(event.id(), 0L),
                    before.getOrDefault(event.id(), 0L),
                    soldOutBy(event, end)))
        .toList();
  }

  /** By all that it had sold by then. */
  private Optional<Instant> soldOutBy(Event event, Instant end) {
    long sold = 0;
    for (SlotSales slot : figures.between(Optional.of(event.id()), Instant.EPOCH, end)) {
      sold += slot.sales().of(Figure.TICKETS) - slot.sales().of(Figure.CANCELLED_TICKETS);
      if (sold >= event.details().totalTickets()) {
        return Optional.of(slot.slot().end());
      }
    }
    return Optional.empty();
  }
}
