package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Text;
import java.time.Instant;
import java.util.Set;

/** Somebody with an account. */
public record User(
    UserId id, Email email, String name, Role role, PasswordHash passwordHash, Instant createdAt) {
  public static final int MAX_NAME = 100;

  public User {
    name = Text.require("name", name, MAX_NAME);
  }

  /** All words that people who run the sale find it by; see {@link SearchWords}. */
  public Set<String> words() {
    return SearchWords.indexed(name + " " + email.value());
  }

  public User with(Role other) {
    return new User(id, email, name, other, passwordHash, createdAt);
  }

  /** Whether what proves the two, and what they may do, is the same. */
  public boolean hasSameAccess(User other) {
    return passwordHash.equals(other.passwordHash) && role == other.role;
  }
}
