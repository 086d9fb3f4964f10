package dev.lastseat.embedded.memory;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import dev.lastseat.domain.shared.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The counts of one event, and the recount that is under way. */
final class EventCounts {
  private Optional<Counted> known = Optional.empty();
  private Optional<CompletableFuture<Optional<Counted>>> recount = Optional.empty();

  /** What somebody who asks is told. */
  sealed interface Answer {
    record Known(Counted counted) implements Answer {}

    /** Nobody recounts yet: whoever asked does it now, and {@link #end ends} it in any case. */
    record Recount() implements Answer {}

    /**
     * Somebody else counts, and there is no figure to be served meanwhile.
     *
     * @param result empty when the count fails
     */
    record Wait(CompletableFuture<Optional<Counted>> result) implements Answer {}
  }

  synchronized Answer ask(Instant now, Duration ttl) {
    if (isYounger(ttl, now)) {
      return new Answer.Known(known.orElseThrow());
    }
    if (recount.isEmpty()) {
      recount = Optional.of(new CompletableFuture<>());
      return new Answer.Recount();
    }
    return isYounger(ttl.multipliedBy(2), now)
        ? new Answer.Known(known.orElseThrow())
        : new Answer.Wait(recount.get());
  }

  /** What is from the future is old: the clock was put back. */
  private boolean isYounger(Duration age, Instant now) {
    return known.filter(counted -> Instants.areWithin(age, counted.asOf(), now)).isPresent();
  }

  synchronized void end(Optional<Counted> counted) {
    known = counted.or(() -> known);
    recount.ifPresent(result -> result.complete(counted));
    recount = Optional.empty();
  }

  /** What was counted too early for a cancellation must not fall below nothing. */
  synchronized void adjust(TicketCounts change) {
    known = known.map(old -> new Counted(old.counts().plus(change).atLeastNone(), old.asOf()));
  }
}
