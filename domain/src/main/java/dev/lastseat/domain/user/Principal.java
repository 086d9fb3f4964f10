package dev.lastseat.domain.user;

/** Who sends a request, and what proves it. */
public record Principal(UserId userId, Role role, Credential credential) {
  public boolean isAdmin() {
    return role.atLeast(Role.ADMIN);
  }
}
