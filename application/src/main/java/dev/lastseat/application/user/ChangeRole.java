package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;

/**
 * Gives a user another role. It takes effect at once: tokens say the role, so the user has to log
 * in again.
 */
public record ChangeRole(Users users, EndedSessions sessions, Clock clock) {
  public RoleChange handle(UserId id, Role role) {
    RoleChange change = users.changeRole(id, role, clock.instant());
    if (change instanceof RoleChange.Changed) {
      sessions.endAll(id);
    }
    return change;
  }
}
