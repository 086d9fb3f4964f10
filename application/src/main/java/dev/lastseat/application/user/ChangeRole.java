package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.port.store.Users.RoleChange;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;

/**
 * Gives a user another role. It takes effect at once: tokens say the role, so the user has to log
 * in again.
 */
public final class ChangeRole {
  private final Users users;
  private final EndedSessions sessions;

  public ChangeRole(Users users, EndedSessions sessions) {
    this.users = users;
    this.sessions = sessions;
  }

  public RoleChange handle(UserId id, Role role) {
    RoleChange change = users.changeRole(id, role);
    if (change instanceof RoleChange.Changed) {
      sessions.endAll(id);
    }
    return change;
  }
}
