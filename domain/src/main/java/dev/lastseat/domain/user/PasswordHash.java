package dev.lastseat.domain.user;

/** A salted hash in the form of its algorithm; {@code toString} does not show it. */
public record PasswordHash(String value) {
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
