package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Clock;
import java.util.Optional;

/** What admins see of the accounts of everybody, and do with them. */
public record ManageUsers(Users users, EndedSessions sessions, Clock clock) {
  /** The newest first. */
  public Page<User> search(UserQuery query) {
    return users.search(query);
  }

  public Optional<User> find(UserId id) {
    return users.find(id);
  }

  /**
   * Gives a user another role. It takes effect at once: tokens say the role, so the user has to log
   * in again.
   */
  public RoleChange changeRole(UserId id, Role role) {
    RoleChange change = users.changeRole(id, role, clock.instant());
    if (change instanceof RoleChange.Changed) {
      sessions.endAll(id);
    }
    return change;
  }
}
