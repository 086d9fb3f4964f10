package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every hasher of passwords promises. */
public abstract class PasswordHasherContract {
  private static final String HORSE = "correct horse battery";

  private PasswordHasher hasher;

  /** As quick as it can be made. */
  protected abstract PasswordHasher open();

  @BeforeEach
  void openHasher() {
    hasher = open();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {HORSE, "  blanks around  ", "пароль-мой-é", "$2a$10$notahash", "🐎🐎🐎🐎🐎🐎🐎🐎"})
  void the_password_that_was_hashed_matches(String password) {
    Optional<PasswordHash> hash = Optional.of(hasher.hash(new Password(password)));

    assertThat(hasher.matches(password, hash)).isTrue();
    assertThat(open().matches(password, hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Correct horse battery",
        HORSE + " ",
        HORSE + "\0",
        HORSE + "\0" + HORSE,
        "correct horse"
      })
  void any_other_password_does_not(String other) {
    assertThat(hasher.matches(other, Optional.of(hasher.hash(new Password(HORSE))))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pa\u0308sswort\u00A01", "p\u00E4sswort 1", "p\u00E4sswort\u30001"})
  void a_password_matches_whatever_keyboard_it_is_typed_on(String typed) {
    for (String chosen : List.of("p\u00E4sswort 1", "pa\u0308sswort 1")) {
      assertThat(hasher.matches(typed, Optional.of(hasher.hash(new Password(chosen))))).isTrue();
    }
  }

  @Test
  void a_password_of_72_bytes_matches_to_its_last_and_one_that_goes_on_does_not() {
    String longest = "x".repeat(Password.MAX_BYTES - 1) + "y";
    Optional<PasswordHash> hash = Optional.of(hasher.hash(new Password(longest)));

    assertThat(hasher.matches(longest, hash)).isTrue();
    assertThat(hasher.matches(longest.substring(0, 71) + "z", hash)).isFalse();
    assertThat(hasher.matches(longest + "z", hash)).isFalse();
    assertThat(hasher.matches(longest.repeat(1_000), hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", HORSE})
  void without_a_hash_nothing_matches(String password) {
    assertThat(hasher.matches(password, Optional.empty())).isFalse();
  }

  @Test
  void one_password_has_another_hash_each_time() {
    PasswordHash one = hasher.hash(new Password(HORSE));
    PasswordHash other = hasher.hash(new Password(HORSE));

    assertThat(one).isNotEqualTo(other);
    assertThat(hasher.matches(HORSE, Optional.of(one))).isTrue();
    assertThat(hasher.matches(HORSE, Optional.of(other))).isTrue();
  }

  @Test
  void a_hash_does_not_hold_the_password() {
    assertThat(hasher.hash(new Password(HORSE)).value()).doesNotContain("horse");
  }
}
