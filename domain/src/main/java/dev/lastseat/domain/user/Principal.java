package dev.lastseat.domain.user;

/** Who sends a request, as an access token proves it. */
public record Principal(UserId userId, Role role) {
  public boolean isAdmin() {
    return role.atLeast(Role.ADMIN);
  }
}
