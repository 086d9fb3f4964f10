package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.shared.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", "", "99999999999999999999", "1.5"})
  void a_cursor_that_nobody_was_given_is_an_invalid_value(String forged) {
    for (Pages.Kind kind : new Pages.Kind[] {Pages.Kind.NUMBER, Pages.Kind.TIME}) {
      assertThatThrownBy(() -> new Pages.SortField("price", kind).value(forged))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("cursor");
    }
  }
}
