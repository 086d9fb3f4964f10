package dev.lastseat.application.port;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What has happened and is not in the log yet, on a store that brings it there later.
 *
 * @param arrive brings into the log what may be told by now
 * @param oldest when the oldest of it happened
 * @param facts those of the streams, whether they may be told or not, in the order of their
 *     versions
 * @param undecided the bookings of an event that an order holds, and that nobody finds until it is
 *     decided
 */
public record Underway(
    Runnable arrive,
    Supplier<Optional<Instant>> oldest,
    Function<Collection<StreamId>, List<Fact>> facts,
    Function<EventId, List<BookingId>> undecided) {
  /** Of a store whose facts are in the log at once. */
  public static final Underway NOTHING =
      new Underway(() -> {}, Optional::empty, streams -> List.of(), event -> List.of());
}
