package dev.lastseat.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.event.Question.Kind;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorRulesTest {
  private static final Question MEAL =
      new Question("meal", "Fish, or not?", Kind.CHOICE, true, List.of("fish", "not at all"));
  private static final Question CAR = new Question("car", "By car?", Kind.YES_NO, false, List.of());

  @Test
  void questions_are_read_as_they_were_written() {
    VisitorRules rules = new VisitorRules(Optional.empty(), List.of(MEAL, CAR));

    assertThat(VisitorRules.of(Optional.empty(), Optional.of(rules.questionText())))
        .isEqualTo(rules);
    assertThat(VisitorRules.of(Optional.empty(), Optional.of(""))).isEqualTo(VisitorRules.NONE);
  }

  @Test
  void no_two_questions_have_one_key_and_there_are_not_too_many() {
    List<Question> many =
        IntStream.rangeClosed(1, VisitorRules.MAX_QUESTIONS + 1)
            .mapToObj(it -> new Question("q" + it, "?", Kind.TEXT, false, List.of()))
            .toList();

    assertThatThrownBy(() -> new VisitorRules(Optional.empty(), List.of(MEAL, MEAL)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new VisitorRules(Optional.empty(), many))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Meal", "1st", "two words", "tab\t", "line\n", "größe"})
  void a_key_is_a_plain_word(String key) {
    assertThatThrownBy(() -> new Question(key, "?", Kind.TEXT, false, List.of()))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void choices_are_different_and_belong_to_a_choice() {
    for (List<String> choices : List.of(List.of("a"), List.of("a", "a"), List.of("a", "b\tc"))) {
      assertThatThrownBy(() -> new Question("q", "?", Kind.CHOICE, false, choices))
          .isInstanceOf(InvalidValue.class);
    }
    assertThatThrownBy(() -> new Question("q", "?", Kind.TEXT, false, List.of("a", "b")))
        .isInstanceOf(InvalidValue.class);
  }
}
