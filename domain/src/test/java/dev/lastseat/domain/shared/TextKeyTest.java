package dev.lastseat.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stores make of it is told by the contract of events in many languages. */
class TextKeyTest {
  /** But those of Han, which are many and have no forms. */
  private static Stream<String> everyCharacter() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .filter(it -> Character.getType(it) != Character.SURROGATE && !Character.isIdeographic(it))
        .mapToObj(Character::toString);
  }

  @Test
  void every_character_has_the_key_of_its_capital_and_of_its_other_unicode_forms() {
    assertThat(everyCharacter().filter(it -> !TextKey.of(it).equals(keyOfCapital(it)))).isEmpty();
    for (Normalizer.Form form : Normalizer.Form.values()) {
      assertThat(everyCharacter().filter(it -> !TextKey.of(it).equals(keyIn(form, it)))).isEmpty();
    }
  }

  @Test
  void a_key_is_its_own_key() {
    assertThat(everyCharacter().map(TextKey::of).filter(it -> !TextKey.of(it).equals(it)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Straße, STRASSE",
    "Łódź, lodz",
    "Smørrebrød, smorrebrod",
    "Diyarbakır, DIYARBAKIR",
    "Ｊａｚｚ, jazz",
    "O’Brien, obrien",
    "ﬁlm, film",
    "ガス, がす",
    "ｶﾞｽ, ガス",
    "٢٠٢٧, 2027",
    "Æther  Œuvre, aether oeuvre",
    "naïve café, NAIVE CAFE",
  })
  void texts_that_people_take_for_the_same_have_one_key(String one, String other) {
    assertThat(TextKey.of(one)).isEqualTo(TextKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"ガス, カス", "パン, バン", "दिल, दल", "ก่อน, กอน", "音樂, 音乐", "o brien, obrien"})
  void texts_that_differ_to_their_readers_have_two(String one, String other) {
    assertThat(TextKey.of(one)).isNotEqualTo(TextKey.of(other));
  }

  /** U+FDFA is eighteen characters when it is spelt out. */
  @Test
  void what_a_name_sorts_by_has_a_bound_and_ends_with_the_name() {
    String name = "\uFDFA".repeat(200);

    assertThat(TextKey.sorting(name)).hasSize(200 + 1 + 200).endsWith(name);
  }

  private static String keyOfCapital(String text) {
    return TextKey.of(text.toUpperCase(Locale.ROOT));
  }

  private static String keyIn(Normalizer.Form form, String text) {
    return TextKey.of(Normalizer.normalize(text, form));
  }
}
