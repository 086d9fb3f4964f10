package dev.lastseat.domain.user;

import java.util.Optional;

/** Who sends a request, and what proves it. */
public record Principal(UserId userId, Role role, Credential credential) {
  public boolean isAdmin() {
    return role.atLeast(Role.ADMIN);
  }

  /** Whether what that user has is theirs to look after: as that user, or as an admin. */
  public boolean mayManage(UserId owner) {
    return mayManage(Optional.of(owner));
  }

  /** The same of what one user has or, where none is named, everybody. */
  public boolean mayManage(Optional<UserId> owner) {
    return isAdmin() || owner.filter(userId::equals).isPresent();
  }
}
