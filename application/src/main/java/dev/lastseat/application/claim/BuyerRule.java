package dev.lastseat.application.claim;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may buy or hold tickets of an event at all. */
@FunctionalInterface
public interface BuyerRule {
  BuyerRule ANYBODY = (_, _, _) -> Optional.empty();

  /**
   * Why the user may not; empty for those who may.
   *
   * @param hold whether the tickets are only held at first
   */
  Optional<Refusal> refuses(UserId user, EventId event, boolean hold);

  /** Whoever has proved that the address of the account is theirs. */
  static BuyerRule verified(Users users) {
    return (user, _, _) ->
        users.find(user).flatMap(it -> it.emailVerifiedAt()).isPresent()
            ? Optional.empty()
            : Optional.of(new Refusal.EmailNotVerified());
  }

  /** Whoever lets holds of one event expire again and again holds none for a while. */
  static BuyerRule patient(HoldPatience patience, Bookings bookings, Clock clock) {
    return (user, event, hold) -> {
      if (!hold || patience.isEndless()) {
        return Optional.empty();
      }
      Instant now = clock.instant();
      List<Instant> expired =
          bookings.expiredHolds(event, user, now.minus(HoldPatience.WINDOW), patience.looksAt());
      return patience
          .again(expired, now)
          .map(time -> new Refusal.HoldAgainLater(Duration.between(now, time)));
    };
  }

  default BuyerRule and(BuyerRule other) {
    return (user, event, hold) ->
        refuses(user, event, hold).or(() -> other.refuses(user, event, hold));
  }
}
