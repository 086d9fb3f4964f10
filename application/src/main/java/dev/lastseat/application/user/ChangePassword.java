package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives an account another password. All its sessions end but the one that asks, secrets that were
 * mailed are worth nothing any more, and the owner is told by mail. Sessions are ended before and
 * after: whenever the process is killed, no session lives on that was there before the change.
 */
public record ChangePassword(
    Users users,
    PasswordHasher hasher,
    PasswordRules rules,
    EndedSessions ended,
    OneTimeTokens tokens,
    AccountMails mails,
    Clock clock) {
  /**
   * Who wants another one.
   *
   * @param session is kept
   */
  public record Command(UserId user, String session, String current, Password wanted) {}

  /**
   * Whether the current password was the right one, and still was when it was replaced.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when the new one must not be
   */
  public boolean handle(Command command) {
    Optional<User> owner =
        users
            .find(command.user())
            .filter(it -> hasher.matches(command.current(), Optional.of(it.passwordHash())));
    if (owner.isEmpty()) {
      return false;
    }
    User user = owner.get();
    rules.check("newPassword", command.wanted(), user.email(), user.name());
    ended.endOthers(user.id(), command.session());
    if (!replace(user, hasher.hash(command.wanted()))) {
      return false;
    }
    ended.endOthers(user.id(), command.session());
    tokens.forget(user.id());
    mails.tellPasswordChanged(user);
    return true;
  }

  /** Another change of the account may come between, but no other password. */
  private boolean replace(User user, PasswordHash wanted) {
    return UserEdit.make(
            users,
            clock,
            () -> users.find(user.id()).filter(it -> it.passwordHash().equals(user.passwordHash())),
            it -> it.with(wanted))
        .isPresent();
  }
}
