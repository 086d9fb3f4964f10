package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Refusal;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/** Who may buy at all, whatever the event. */
@FunctionalInterface
public interface BuyerRule {
  BuyerRule ANYBODY = _ -> Optional.empty();

  /** Why the user may not; empty for those who may. */
  Optional<Refusal> refuses(UserId user);

  /** Whoever has proved that the address of the account is theirs. */
  static BuyerRule verified(Users users) {
    return user ->
        users.find(user).flatMap(it -> it.emailVerifiedAt()).isPresent()
            ? Optional.empty()
            : Optional.of(new Refusal.EmailNotVerified());
  }
}
