package dev.lastseat.application.accountdata;

import dev.lastseat.application.user.AccountMails;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.Optional;

/**
 * Erases an account: the user, with all that proves them. Their bookings stay for the books, under
 * an identifier that is nobody's any more. What proves the user goes first, so whoever is killed in
 * between finds an account that can be erased again; and it goes once more when the user is gone,
 * for somebody may have made more of it in between ({@link ErasedAccounts} looks once more later).
 */
public record EraseAccount(
    Users users, PasswordHasher hasher, AccountContents contents, AccountMails mails, Clock clock) {
  /**
   * Who wants to be erased.
   *
   * @param cancelsBookings whether bookings of events to come are cancelled; they block otherwise
   */
  public record Command(Principal user, String password, boolean cancelsBookings) {}

  /** What became of the wish. */
  public enum Outcome {
    ERASED,
    WRONG_PASSWORD,
    LIVE_BOOKINGS,
    LAST_ADMIN
  }

  public Outcome handle(Command command) {
    Optional<User> owner =
        users
            .find(command.user().userId())
            .filter(it -> hasher.matches(command.password(), Optional.of(it.passwordHash())));
    if (owner.isEmpty()) {
      return Outcome.WRONG_PASSWORD;
    }
    User user = owner.get();
    if (!command.cancelsBookings() && !contents.liveBookings(user.id()).isEmpty()) {
      return Outcome.LIVE_BOOKINGS;
    }
    if (users.changeRole(user.id(), Role.USER, clock.instant()) instanceof RoleChange.LastAdmin) {
      return Outcome.LAST_ADMIN;
    }
    contents.clear(user.id());
    if (!remove(user.id())) {
      return Outcome.LAST_ADMIN;
    }
    contents.clear(user.id());
    mails.tellErased(user);
    return Outcome.ERASED;
  }

  /** Somebody may make the user an admin again meanwhile, even the last one, who stays. */
  private boolean remove(UserId user) {
    return OptimisticRetry.untilDecided(
        "the role of the user",
        () ->
            users.remove(user, clock.instant())
                ? Optional.of(true)
                : switch (users.changeRole(user, Role.USER, clock.instant())) {
                  case RoleChange.Changed _ -> Optional.empty();
                  case RoleChange.NoSuchUser _ -> Optional.of(true);
                  case RoleChange.LastAdmin _ -> Optional.of(false);
                });
  }
}
