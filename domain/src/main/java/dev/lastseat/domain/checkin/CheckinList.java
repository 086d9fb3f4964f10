package dev.lastseat.domain.checkin;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A gate of an event, or a day of it, where each ticket lets one visitor in.
 *
 * @param name what those at the door call it
 * @param reentry whether whoever has left is let in again
 * @param validFrom when it opens; empty: it is open from the beginning
 * @param validUntil when it is closed; empty: never
 */
public record CheckinList(
    CheckinListId id,
    EventId event,
    String name,
    boolean reentry,
    Optional<Instant> validFrom,
    Optional<Instant> validUntil,
    Instant createdAt) {
  public static final int MAX_NAME = 100;

  /** How many an event may have; one more or less where two are created at once. */
  public static final int MAX_PER_EVENT = 50;

  public CheckinList {
    name = Text.require("name", name, MAX_NAME);
    Instant from = validFrom.orElse(Instant.MIN);
    if (validUntil.filter(until -> !until.isAfter(from)).isPresent()) {
      throw new InvalidValue("validUntil", validUntil.get(), "must be after validFrom");
    }
  }

  public boolean isOpen(Instant at) {
    return validFrom.filter(at::isBefore).isEmpty()
        && validUntil.filter(until -> !at.isBefore(until)).isEmpty();
  }
}
