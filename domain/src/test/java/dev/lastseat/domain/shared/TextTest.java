package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\t\n\u000B\f\r", "\u0085", "\u00A0\u1680\u2007\u2029", "\u202F\u3000"})
  void white_space_around_it_is_taken_off_before_it_is_measured(String blanks) {
    assertThat(Text.require("name", blanks + "Ada" + blanks, 3)).isEqualTo("Ada");
  }

  @Test
  void a_character_counts_once_however_it_is_stored() {
    assertThat(Text.require("name", "🎫🎫🎫", 3)).isEqualTo("🎫🎫🎫");
    assertRefused("🎫🎫🎫🎫", 3, "must be 1 to 3 characters");
    assertThat(Text.require("name", "e\u0301e\u0301e\u0301", 3)).isEqualTo("ééé");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "\u3000", "Adam"})
  void empty_and_long_texts_are_refused(String text) {
    assertRefused(text, 3, "must be 1 to 3 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "000A", "001B", "0085", "2028"})
  void control_characters_are_refused_by_name(String name) {
    String control = Character.toString(Integer.parseInt(name, 16));

    assertRefused("A" + control + "B", 50, "must not hold the control character U+" + name);
  }

  /** They are white space to Java, not to Unicode. */
  @ParameterizedTest
  @ValueSource(strings = {"001C", "001D", "001E", "001F"})
  void the_separators_of_ascii_are_not_trimmed(String name) {
    String separator = Character.toString(Integer.parseInt(name, 16));

    assertRefused(separator + "A", 50, "must not hold the control character U+" + name);
    assertRefused("A" + separator, 50, "must not hold the control character U+" + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200B", "200E", "200F", "202A", "202E", "2060", "2066", "2069", "FEFF", "00AD", "061C",
        "180E", "3164", "115F", "1160", "FFA0", "034F", "E0041", "1D159", "D83D", "DC0E"
      })
  void what_hides_or_turns_text_is_refused_by_name(String name) {
    String hidden = Character.toString(Integer.parseInt(name, 16));

    assertRefused(hidden, 50, "must not hold the invisible character U+" + name);
    assertRefused("A" + hidden + "B", 50, "must not hold the invisible character U+" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FFFF", "FDD0", "0378", "10FFFF"})
  void what_is_no_character_is_refused_by_name(String name) {
    String nothing = Character.toString(Integer.parseInt(name, 16));

    assertRefused("A" + nothing, 50, "must not hold U+" + name + ", which is no character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2800", "\u2800 \u2800", "\u0301", "\uFE0F", "\uFFFC", "\uE000"})
  void a_text_that_shows_nothing_is_refused(String text) {
    assertRefused(text, 50, "must have a visible character");
  }

  /** Text of nothing but Latin takes a shorter way, beside that of a text with a letter more. */
  @Test
  void characters_of_latin_are_judged_alone_as_they_are_beside_others() {
    for (int c = 0; c < 0x370; c++) {
      String latin = "A" + Character.toString(c);
      assertThat(outcome(latin + "B"))
          .as("U+%04X", c)
          .isEqualTo(outcome(latin + "\u0416").replace('\u0416', 'B'));
    }
  }

  private static String outcome(String text) {
    try {
      return Text.require("name", text, 50);
    } catch (InvalidValue refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200D", "\u200C", "A\u200D", "\u200DA", "A \u200CB", "A\u200D\u200DB"})
  void joiners_are_refused_outside_words(String text) {
    assertRefused(text, 9, "invisible character U+200");
  }

  /** Persian, Malayalam, Sinhala; a family, a heart, a flag, keys; a variant of a Han character. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "می\u200Cخواهم",
        "ന്\u200D",
        "ක්\u200Dරි",
        "👩🏽\u200D🚀",
        "👨\u200D👩\u200D👧",
        "❤\uFE0F\u200D🔥",
        "🏳\uFE0F\u200D🌈",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "1\uFE0F\u20E3",
        "葛\uDB40\uDD00",
        "⠃⠗\u2800⠇"
      })
  void scripts_and_emoji_keep_what_they_need(String text) {
    assertThat(Text.require("name", text, 20)).isEqualTo(text);
  }

  @Test
  void a_heap_of_marks_is_refused_and_costs_nothing() {
    assertThat(Text.require("name", "Z" + "\u0335".repeat(30), 50)).hasSize(31);
    assertRefused("Z" + "\u0335".repeat(31), 50, "30 marks");
    String heap = "\u0301\u0327".repeat(500_000);
    assertThat(Text.normal(heap)).isSameAs(heap);
    assertThat(Text.normal(heap.substring(0, 100))).isEqualTo(heap.substring(0, 100));
  }

  @Test
  void a_message_shows_the_offending_value_but_not_all_of_a_long_one() {
    assertThat(new InvalidValue("quantity", 11, "must be 1 to 10"))
        .hasMessage("quantity must be 1 to 10, but was '11'");
    assertThat(new InvalidValue("name", "x".repeat(5_000), "is long").getMessage())
        .hasSizeLessThan(120);
  }

  private static void assertRefused(String text, int max, String reason) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> Text.require("name", text, max))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("name"))
        .satisfies(invalid -> assertThat(invalid.requirement()).contains(reason));
  }
}
