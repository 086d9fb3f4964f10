package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Text;
import java.time.Instant;

/** Somebody with an account. */
public record User(
    UserId id, Email email, String name, Role role, PasswordHash passwordHash, Instant createdAt) {
  public static final int MAX_NAME = 100;

  public User {
    name = Text.require("name", name, MAX_NAME);
  }
}
