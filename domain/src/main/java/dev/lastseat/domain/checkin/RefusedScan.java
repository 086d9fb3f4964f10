package dev.lastseat.domain.checkin;

import dev.lastseat.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was not let pass. What was shown is not kept.
 *
 * @param at when, by the clock of this house
 * @param by who scanned, as facts name them
 * @param device the name of the device, where one did
 * @param reason the word for it
 * @param ticket whose code it is or was, where it is of one
 */
public record RefusedScan(
    Instant at, String by, Optional<String> device, String reason, Optional<TicketId> ticket) {
  /** So many of a list are kept, the latest. */
  public static final int MAX_PER_LIST = 200;
}
