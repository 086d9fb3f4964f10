package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every hasher of passwords promises. */
public abstract class PasswordHasherContract {
  private static final String SECRET = "correct horse battery";

  private PasswordHasher hasher;

  /** A hasher, as quick as it can be told to be. */
  protected abstract PasswordHasher open();

  @BeforeEach
  void openHasher() {
    hasher = open();
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "pässwörd-東京-🎟", "  blanks around  ", "$2a$10$notahash"})
  void a_password_matches_its_hash(String password) {
    assertThat(hasher.matches(password, hash(password))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct horse", "Correct horse battery", SECRET + " ", "x\0y"})
  void another_password_does_not_match(String other) {
    assertThat(hasher.matches(other, hash(SECRET))).isFalse();
  }

  @Test
  void a_password_of_full_length_is_read_to_its_end() {
    String longest = "x".repeat(Password.MAX_BYTES);
    Optional<PasswordHash> hash = hash(longest);

    assertThat(hasher.matches(longest, hash)).isTrue();
    assertThat(hasher.matches("x".repeat(Password.MAX_BYTES - 1) + "y", hash)).isFalse();
    assertThat(hasher.matches(longest + "more", hash)).isFalse();
  }

  @Test
  void what_follows_a_nul_is_not_ignored() {
    assertThat(hasher.matches(SECRET + "\0more", hash(SECRET))).isFalse();
  }

  @Test
  void without_a_hash_nothing_matches() {
    assertThat(hasher.matches(SECRET, Optional.empty())).isFalse();
    assertThat(hasher.matches("", Optional.empty())).isFalse();
  }

  @Test
  void a_password_is_hashed_with_a_new_salt_every_time_and_does_not_show() {
    Optional<PasswordHash> one = hash(SECRET);
    Optional<PasswordHash> other = hash(SECRET);

    assertThat(one).isNotEqualTo(other);
    assertThat(one.orElseThrow().value()).doesNotContain(SECRET);
  }

  private Optional<PasswordHash> hash(String password) {
    return Optional.of(hasher.hash(new Password(password)));
  }
}
