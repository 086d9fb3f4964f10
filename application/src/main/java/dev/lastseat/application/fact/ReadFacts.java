package dev.lastseat.application.fact;

import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.StreamState;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.user.Principal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Shows what happened: all of it in the order of the log, or to one event or booking. */
public record ReadFacts(FactLog log, Events events, FindBooking findBooking) {
  /** How many facts are looked at for one answer, whatever few of them are wanted. */
  static final int MOST_LOOKED_AT = 10_000;

  private static final int BATCH = 1_000;

  /**
   * Some of the log.
   *
   * @param next the sequence of the last fact that was looked at, after which the rest comes
   */
  public record Part(List<RecordedFact> facts, long next) {}

  /**
   * What happened to one aggregate, the latest first.
   *
   * @param all whether the viewer may know who caused it
   */
  public record History(List<RecordedFact> facts, boolean all) {}

  /** The sequence of the latest fact; 0 without any. */
  public long head() {
    return log.head();
  }

  /** Those after the sequence that are wanted; at most {@code limit}. */
  public Part after(long sequence, FactFilter filter, int limit) {
    return filter.stream()
        .map(stream -> ofStream(stream, sequence, filter, limit))
        .orElseGet(() -> ofLog(sequence, filter, limit));
  }

  private Part ofStream(StreamId stream, long sequence, FactFilter filter, int limit) {
    long head = log.head(); // before the facts, so that none up to it is missing
    List<RecordedFact> found =
        log.of(stream).stream()
            .filter(it -> it.sequence() > sequence && filter.admits(it.fact()))
            .limit(limit)
            .toList();
    long last = found.isEmpty() ? sequence : found.getLast().sequence();
    return new Part(found, found.size() == limit ? last : Math.max(last, head));
  }

  private Part ofLog(long sequence, FactFilter filter, int limit) {
    List<RecordedFact> found = new ArrayList<>();
    long next = sequence;
    for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < limit; looked += BATCH) {
      List<RecordedFact> batch = log.after(next, BATCH);
      Part part = pick(batch, next, filter, limit - found.size());
      found.addAll(part.facts());
      next = part.next();
      if (batch.size() < BATCH) {
        break;
      }
    }
    return new Part(found, next);
  }

  /** The first of these that are wanted, which come after the sequence; at most {@code limit}. */
  public static Part pick(List<RecordedFact> facts, long sequence, FactFilter filter, int limit) {
    List<RecordedFact> found = new ArrayList<>();
    long next = sequence;
    for (RecordedFact fact : facts) {
      if (found.size() == limit) {
        break;
      }
      next = fact.sequence();
      if (filter.admits(fact.fact())) {
        found.add(fact);
      }
    }
    return new Part(found, next);
  }

  /**
   * All after the sequence that are wanted, up to what is the end of the log now: in parts, of
   * which each is read when it is asked for, and between two of them nothing is held open.
   */
  public Iterator<List<RecordedFact>> export(long sequence, FactFilter filter) {
    return new Export(sequence, filter);
  }

  private final class Export implements Iterator<List<RecordedFact>> {
    private final FactFilter filter;
    private final long end = log.head();
    private long next;

    Export(long sequence, FactFilter filter) {
      this.filter = filter;
      this.next = sequence;
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public List<RecordedFact> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Part part = after(next, filter, BATCH);
      next = part.next();
      return part.facts();
    }
  }

  /**
   * Which facts of a stream are asked for, the latest first.
   *
   * @param before the version that all of them are below
   */
  public record HistoryPart(FactFilter filter, long before, int limit) {
    public static HistoryPart all(FactFilter filter) {
      return new HistoryPart(filter, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private List<RecordedFact> of(List<RecordedFact> stream) {
      return stream.reversed().stream()
          .filter(it -> it.fact().version() < before && filter.admits(it.fact()))
          .limit(limit)
          .toList();
    }
  }

  /** Of an event, to whoever runs it, also when it was deleted; for anyone else there is none. */
  public Optional<History> ofEvent(EventId id, HistoryPart part, Principal viewer) {
    return Optional.ofNullable(events.findAll(List.of(id)).get(id))
        .filter(event -> event.isRunBy(viewer))
        .map(_ -> new History(part.of(log.of(StreamId.of(id))), true));
  }

  /** Of a booking, to whoever may see it, also of a hold that the store has forgotten. */
  public Optional<History> ofBooking(BookingId id, HistoryPart part, Principal viewer) {
    List<RecordedFact> facts = log.of(StreamId.of(id));
    return findBooking
        .handle(id, viewer)
        .or(() -> forgotten(id, facts).flatMap(hold -> findBooking.show(hold, viewer)))
        .map(found -> new History(part.of(facts), FindBooking.oversees(viewer, found)));
  }

  private static Optional<Booking> forgotten(BookingId id, List<RecordedFact> facts) {
    return Optional.of(StreamState.of(facts))
        .filter(BookingFacts::mayBeForgotten)
        .map(state -> BookingFacts.booking(id, state));
  }
}
