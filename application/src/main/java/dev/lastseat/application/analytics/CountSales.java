package dev.lastseat.application.analytics;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts what facts tell of bookings. Each slot knows up to which fact it is counted, so that
 * counting the same facts again, here or on another instance, adds nothing.
 */
public record CountSales(FactLog log, SalesFigures figures) implements FactConsumer {
  public static final String NAME = "analytics";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(List<RecordedFact> facts) {
    List<RecordedFact> ofBookings =
        facts.stream()
            .filter(it -> it.fact().stream().type().equals(StreamId.BOOKING))
            .filter(it -> FactKind.of(it.fact().kind()).isPresent())
            .toList();
    Map<StreamId, List<RecordedFact>> streams = log.ofAll(continued(ofBookings));
    Map<SalesSlot, Map<Long, Sales>> added = new HashMap<>();
    for (RecordedFact fact : ofBookings) {
      add(added, fact, streams.getOrDefault(fact.fact().stream(), List.of(fact)));
    }
    save(added);
  }

  /** Those that these facts do not begin: they tell of changes only. */
  private static List<StreamId> continued(List<RecordedFact> facts) {
    return facts.stream()
        .map(RecordedFact::fact)
        .filter(fact -> fact.version() > 1)
        .map(Fact::stream)
        .distinct()
        .toList();
  }

  private static void add(
      Map<SalesSlot, Map<Long, Sales>> added, RecordedFact fact, List<RecordedFact> stream) {
    int version = Math.toIntExact(fact.fact().version());
    Optional<Booking> before = booking(stream.subList(0, version - 1));
    Booking after = booking(stream.subList(0, version)).orElseThrow();
    Sales sales = Sales.of(before, after);
    if (!sales.equals(Sales.NONE)) {
      SalesSlot slot =
          SalesSlot.at(
              after.details().eventId(), fact.fact().at(), after.details().unitPrice().currency());
      added.computeIfAbsent(slot, _ -> new HashMap<>()).put(fact.sequence(), sales);
    }
  }

  private static Optional<Booking> booking(List<RecordedFact> facts) {
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BookingFacts.booking(
                new BookingId(facts.getFirst().fact().stream().id()), StreamState.of(facts)));
  }

  private void save(Map<SalesSlot, Map<Long, Sales>> added) {
    Map<SalesSlot, SlotSales> known =
        figures.find(added.keySet()).stream()
            .collect(Collectors.toMap(SlotSales::slot, Function.identity()));
    added.forEach(
        (slot, sales) -> {
          SlotSales before = known.getOrDefault(slot, new SlotSales(slot, 0, Sales.NONE));
          SlotSales after = before;
          for (long sequence : sales.keySet().stream().sorted().toList()) {
            after = after.with(sequence, sales.getOrDefault(sequence, Sales.NONE));
          }
          if (after.upTo() > before.upTo() && !figures.save(after, before.upTo())) {
            throw new IllegalStateException("somebody else counts the same sales");
          }
        });
  }
}
