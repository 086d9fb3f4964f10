package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @Test
  void white_space_around_it_is_taken_off_before_it_is_measured() {
    assertThat(Text.require("name", " \t Ada  ", 3)).isEqualTo("Ada");
  }

  @Test
  void a_character_counts_once_however_it_is_stored() {
    assertThat(Text.require("name", "🎫🎫🎫", 3)).isEqualTo("🎫🎫🎫");
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Text.require("name", "🎫🎫🎫🎫", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "Adam", "A\0a", "A\nB", "A\u0085B"})
  void empty_long_and_unprintable_texts_are_refused(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Text.require("name", text, 3))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("name"));
  }

  @Test
  void a_message_shows_the_offending_value_but_not_all_of_a_long_one() {
    assertThat(new InvalidValue("quantity", 11, "must be 1 to 10"))
        .hasMessage("quantity must be 1 to 10, but was '11'");
    assertThat(new InvalidValue("name", "x".repeat(5_000), "is long").getMessage())
        .hasSizeLessThan(120);
  }
}
