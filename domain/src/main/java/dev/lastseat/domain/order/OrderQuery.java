package dev.lastseat.domain.order;

import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which orders are wanted, newest first; orders of the same instant by id, descending.
 *
 * @param user whose; empty for everybody's
 * @param from the earliest time of ordering, inclusive
 * @param to the latest time of ordering, inclusive
 */
public record OrderQuery(
    Optional<UserId> user, Optional<Instant> from, Optional<Instant> to, PageRequest page) {

  /** All of the user's. */
  public static OrderQuery of(UserId user, PageRequest page) {
    return new OrderQuery(Optional.of(user), Optional.empty(), Optional.empty(), page);
  }
}
