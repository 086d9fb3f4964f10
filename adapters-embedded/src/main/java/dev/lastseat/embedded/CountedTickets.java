package dev.lastseat.embedded;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.port.AvailabilityCache.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ticket counts of one event, and who recounts them. */
final class CountedTickets {
  private @Nullable Counted counted;
  private boolean recounting;

  /** The counts, unless there are none younger than {@code end}. */
  synchronized Optional<Counted> known(Instant now, Duration end) {
    return Optional.ofNullable(counted).filter(known -> now.isBefore(known.asOf().plus(end)));
  }

  /**
   * Whether the caller is to recount: the counts are absent or older than {@code ttl}, and nobody
   * else does it.
   */
  synchronized boolean claimRecount(Instant now, Duration ttl) {
    boolean due = !recounting && known(now, ttl).isEmpty();
    if (due) {
      recounting = true;
    }
    return due;
  }

  synchronized void recounted(TicketCounts counts, Instant asOf) {
    counted = new Counted(counts, asOf);
    recounting = false;
  }

  synchronized void recountFailed() {
    recounting = false;
  }

  synchronized void adjust(TicketCounts change) {
    if (counted != null) {
      counted = new Counted(counted.counts().plus(change), counted.asOf());
    }
  }
}
