package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;

/**
 * A claim that is worth a try.
 *
 * @param event as it was judged
 * @param round how many attempts were lost before
 */
record Attempt(UserId user, TicketRequest request, Event event, Claim claim, int round) {
  boolean isFor(EventId id) {
    return request.event().equals(id);
  }

  Places places() {
    return claim.places();
  }

  Allowances allowances() {
    return claim.allowances();
  }
}
