package dev.lastseat.application.user;

import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What whoever has the machine does with admins: at first, and when no admin can log in. */
public record ManageAdmins(
    Users users,
    UserFactory factory,
    PasswordHasher hasher,
    WaysIn waysIn,
    OneTimeTokens tokens,
    Clock clock) {
  /** What became of a wish for an admin. */
  public enum Creation {
    /** There is an account with the password, which nobody else has a way into. */
    CREATED,
    /** The account that has the address is an admin's now; its password is as it was. */
    PROMOTED
  }

  /** All admins, the newest first. */
  public List<User> list() {
    return Page.all(
        page -> users.search(new UserQuery(Optional.empty(), Optional.of(Role.ADMIN), page)));
  }

  public boolean hasNone() {
    return !users.has(Role.ADMIN);
  }

  /**
   * Gives a store that has no admin yet its first one, unless another instance that starts at the
   * same time has done so.
   *
   * @return false when a user who is no admin has the address, who stays so
   */
  public boolean createFirst(Email email, Password password) {
    return !hasNone() || users.add(newAdmin(email, password)) || !hasNone();
  }

  private User newAdmin(Email email, Password password) {
    return factory.create(email, password, "Admin", Role.ADMIN);
  }

  /**
   * Makes whoever has the address an admin. Who has not proved it, and has no role, may have opened
   * the account with an address that is not theirs, so it gets the password.
   */
  public Creation create(Email email, Password password) {
    return OptimisticRetry.untilDecided("the account", () -> attempt(email, password));
  }

  private Optional<Creation> attempt(Email email, Password password) {
    Optional<User> known = users.find(email);
    if (known.isEmpty()) {
      return users.add(newAdmin(email, password))
          ? Optional.of(Creation.CREATED)
          : Optional.empty();
    }
    Optional<User> stranger = known.filter(User::mayBeOfAStranger);
    stranger.ifPresent(it -> takeOver(it.id(), password));
    return promotes(known.get().id())
        ? Optional.of(stranger.isPresent() ? Creation.CREATED : Creation.PROMOTED)
        : Optional.empty();
  }

  /** Sessions end first: who has none makes no other way in. */
  private void takeOver(UserId user, Password password) {
    waysIn.sessions().endAll(user);
    PasswordHash hash = hasher.hash(password);
    UserEdit.make(users, clock, () -> users.find(user), it -> it.with(hash))
        .ifPresent(
            _ -> {
              waysIn.remove(user, clock.instant());
              tokens.forget(user);
            });
  }

  private boolean promotes(UserId user) {
    boolean changed =
        users.changeRole(user, Role.ADMIN, clock.instant()) instanceof RoleChange.Changed;
    if (changed) {
      waysIn.sessions().endAll(user);
    }
    return changed;
  }

  /**
   * Gives an admin another password, and ends all their sessions and what was mailed to them; false
   * if there is none.
   */
  public boolean resetPassword(Email email, Password password) {
    Optional<UserEdit> edit =
        UserEdit.make(users, clock, () -> admin(email), it -> it.with(hasher.hash(password)));
    edit.ifPresent(
        it -> {
          waysIn.sessions().endAll(it.before().id());
          tokens.forget(it.before().id());
        });
    return edit.isPresent();
  }

  private Optional<User> admin(Email email) {
    return users.find(email).filter(user -> user.role() == Role.ADMIN);
  }
}
