package dev.lastseat.application.claim;

import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.user.UserId;

/**
 * A claim that is worth a try.
 *
 * @param event as it was judged
 * @param round how many attempts were lost before
 */
public record Attempt(UserId user, TicketRequest request, Event event, Claim claim, int round) {
  /** Whether its event sells nothing to buyers that was not held first. */
  public boolean mustBeHeld() {
    return request.sale().isEmpty() && event.details().confirmedBy() == ConfirmedBy.SERVER;
  }

  public boolean isFor(EventId id) {
    return request.event().equals(id);
  }

  /** The same wish with another claim. */
  Attempt with(Claim other, int lost) {
    return new Attempt(user, request, event, other, lost);
  }

  Places places() {
    return claim.places();
  }

  Allowances allowances() {
    return claim.allowances();
  }
}
