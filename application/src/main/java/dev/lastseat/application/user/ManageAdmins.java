package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What whoever has the machine does with admins, for the day when no admin can log in. */
public record ManageAdmins(
    Users users,
    UserFactory factory,
    PasswordHasher hasher,
    EndedSessions sessions,
    OneTimeTokens tokens,
    Clock clock) {
  /** What became of a wish for an admin. */
  public enum Creation {
    /** There is a new account, with the password. */
    CREATED,
    /** The account that has the address is an admin's now; its password is as it was. */
    PROMOTED
  }

  /** All admins, the newest first. */
  public List<User> list() {
    return Page.all(
        page -> users.search(new UserQuery(Optional.empty(), Optional.of(Role.ADMIN), page)));
  }

  /** Makes whoever has the address an admin. */
  public Creation create(Email email, Password password) {
    while (true) {
      Optional<User> known = users.find(email);
      if (known.isEmpty() && users.add(factory.create(email, password, "Admin", Role.ADMIN))) {
        return Creation.CREATED;
      }
      if (known.isPresent()
          && users.changeRole(known.get().id(), Role.ADMIN, clock.instant())
              instanceof RoleChange.Changed) {
        sessions.endAll(known.get().id());
        return Creation.PROMOTED;
      }
    }
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
          sessions.endAll(it.before().id());
          tokens.forget(it.before().id());
        });
    return edit.isPresent();
  }

  private Optional<User> admin(Email email) {
    return users.find(email).filter(user -> user.role() == Role.ADMIN);
  }
}
