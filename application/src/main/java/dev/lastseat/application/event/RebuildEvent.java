package dev.lastseat.application.event;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.fact.aggregate.EventFacts;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Shows an event as it was, put together from its facts and those of its bookings. However many
 * there are, no more than {@value #BATCH} bookings are in memory at once.
 *
 * @param arrive brings into the log what has happened, on a store that does so later
 */
public record RebuildEvent(Events events, FactLog log, Runnable arrive, Clock clock) {
  private static final int BATCH = 1_000;

  /** What there was. */
  public sealed interface Outcome {
    record Rebuilt(EventWithAvailability event) implements Outcome {}

    /** There never was such an event, or somebody else runs it. */
    record NotFound() implements Outcome {}

    /** It had not been created yet, or was deleted already. */
    record NotThere() implements Outcome {}
  }

  /**
   * The event at that instant, to whoever runs it, also when it was deleted later.
   *
   * @throws InvalidValue when the instant has not come yet
   */
  public Outcome handle(EventId id, Instant at, Principal viewer) {
    if (at.isAfter(clock.instant())) {
      throw new InvalidValue("at", at, "must not be in the future");
    }
    Event now = events.findAll(List.of(id)).get(id);
    if (now == null || !now.isRunBy(viewer)) {
      return new Outcome.NotFound();
    }
    arrive.run();
    StreamState then = at(at, log.of(StreamId.of(id)));
    if (then.version() == 0 || then.optionalText("deletedAt").isPresent()) {
      return new Outcome.NotThere();
    }
    Event event = EventFacts.event(id, then);
    Availability availability = Availability.of(event, new Counted(count(id, at), at), at);
    return new Outcome.Rebuilt(EventWithAvailability.of(event, availability, at));
  }

  private TicketCounts count(EventId event, Instant at) {
    TicketCounts counts = TicketCounts.NONE;
    List<RecordedFact> first = log.bookingsOf(event, 0, BATCH);
    while (!first.isEmpty()) {
      List<StreamId> begun =
          first.stream()
              .map(RecordedFact::fact)
              .filter(fact -> !fact.at().isAfter(at))
              .map(Fact::stream)
              .toList();
      for (var booking : log.ofAll(begun).entrySet()) {
        counts = counts.plus(count(booking.getKey(), at(at, booking.getValue()), at));
      }
      first = log.bookingsOf(event, first.getLast().sequence(), BATCH);
    }
    return counts;
  }

  private static TicketCounts count(StreamId stream, StreamState then, Instant at) {
    Booking booking = BookingFacts.booking(new BookingId(stream.id()), then).asOf(at);
    return booking instanceof Booking.Live live ? TicketCounts.of(live) : TicketCounts.NONE;
  }

  /**
   * Up to the first fact that is later: the clocks of two who changed it one after the other may
   * differ, and each state was a whole one.
   */
  private static StreamState at(Instant at, List<RecordedFact> facts) {
    return StreamState.of(
        facts.stream().takeWhile(recorded -> !recorded.fact().at().isAfter(at)).toList());
  }
}
