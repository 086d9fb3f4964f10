package dev.lastseat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "8 chars!", "пароль-мой", "🐎🐎🐎🐎🐎🐎🐎🐎"})
  void a_password_of_eight_characters_is_accepted_as_it_is(String password) {
    assertThat(new Password(password).value()).isEqualTo(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7 chars", "🐎🐎🐎🐎", "🐎🐎🐎🐎🐎🐎🐎"})
  void fewer_than_eight_characters_are_refused_however_many_units_they_take(String password) {
    assertRefused(password, "at least 8");
  }

  @Test
  void seventy_two_bytes_are_accepted_and_one_more_is_refused_and_not_cut() {
    assertThat(new Password("a".repeat(72)).value()).hasSize(72);
    assertThat(new Password("é".repeat(36)).value()).hasSize(36);
    assertRefused("a".repeat(73), "at most 72 bytes");
    assertRefused("é".repeat(36) + "a", "at most 72 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct\0horse", "correct \uD83D horse", "correct horse\uDC0E"})
  void what_hashes_stop_at_or_cannot_tell_apart_is_refused(String password) {
    assertRefused(password, "NUL or half of a character");
  }

  @Test
  void characters_are_counted_as_they_are_hashed_whatever_form_they_are_typed_in() {
    assertThat(new Password("e\u0301".repeat(36)).value()).isEqualTo("\u00E9".repeat(36));
    assertRefused("e\u0301".repeat(7), "at least 8");
    assertThat(new Password("a\u00A0b\u3000c\u2009d e").value()).isEqualTo("a b c d e");
  }

  @Test
  void a_password_shows_neither_in_text_nor_in_an_error() {
    assertThat(new Password("correct horse").toString()).doesNotContain("correct horse");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Password("secret"))
        .satisfies(invalid -> assertThat(invalid.getMessage()).doesNotContain("secret"));
  }

  private static void assertRefused(String password, String requirement) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Password(password))
        .withMessageContaining(requirement)
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("password"));
  }
}
