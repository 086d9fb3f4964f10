package dev.lastseat.redis;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache.Counted;
import java.time.Duration;
import java.util.List;

/** What is asked of the ticket counts of one event. */
record CountCommands(Store store, EventId event) {
  /**
   * Whoever counts for longer has most likely died, for no store lets him: MongoDB gives an
   * operation up after 2.5 s.
   */
  static final Duration COUNTING = Duration.ofSeconds(3);

  /** What errands about these counts are about. */
  String subject() {
    return store.keys().counts(event);
  }

  /** The counts, unless they are older than {@code ttl} and it is for the token to count. */
  Command ask(String token, Duration ttl) {
    long now = store.clock().millis();
    long kept = Store.kept(ttl.multipliedBy(2));
    return with(CountScripts.ASK, now, ttl.toMillis(), token, now + COUNTING.toMillis(), kept);
  }

  Command keep(String token, Counted counted) {
    TicketCounts counts = counted.counts();
    long asOf = counted.asOf().toEpochMilli();
    return with(CountScripts.KEEP, token, counts.confirmed(), counts.held(), asOf);
  }

  Command giveUp(String token) {
    return with(CountScripts.GIVE_UP, token);
  }

  Errand adjust(TicketCounts change) {
    return Errand.once(subject(), with(CountScripts.ADJUST, change.confirmed(), change.held()));
  }

  private Command with(Script script, Object... arguments) {
    return script.with(List.of(store.keys().counts(event)), arguments);
  }
}
