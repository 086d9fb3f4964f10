package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.SearchWords;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  @Test
  void the_last_word_is_a_beginning_and_the_others_are_whole() {
    assertThat(SearchWords.of("  Rock and  ROLL "))
        .isEqualTo(new SearchWords(Set.of("rock", "and"), Optional.of("roll")));
  }

  @Test
  void a_script_without_blanks_is_asked_for_by_neighbours_and_has_no_last_word() {
    assertThat(SearchWords.of("jazz 東京都"))
        .isEqualTo(new SearchWords(Set.of("jazz", "東京", "京都"), Optional.empty()));
    assertThat(SearchWords.of("東")).isEqualTo(new SearchWords(Set.of("東"), Optional.empty()));
  }

  @Test
  void where_a_script_with_blanks_meets_one_without_there_are_two_words() {
    assertThat(SearchWords.of("2027年live"))
        .isEqualTo(new SearchWords(Set.of("2027", "年"), Optional.of("live")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "'", "-", "+", "( )", "%", "_", "\\", ".*", "🎟", "’", "€"})
  void a_text_without_a_word_is_refused_for_it_asks_for_nothing(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> SearchWords.of(text))
        .withMessageContaining("must have a letter or a digit")
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("search"));
  }
}
