package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.port.Health;
import org.junit.jupiter.api.Test;

/** What {@link Health} promises. */
public abstract class HealthContract {

  /** One whose engine is there. */
  protected abstract Health well();

  /** One whose engine is gone. */
  protected abstract Health away();

  @Test
  void an_engine_that_is_there_passes_any_number_of_checks() {
    Health health = well();
    for (int check = 0; check < 3; check++) {
      assertThatCode(health::check).doesNotThrowAnyException();
    }
  }

  @Test
  void an_engine_that_is_gone_fails_each_check() {
    Health health = away();
    for (int check = 0; check < 3; check++) {
      assertThatThrownBy(health::check).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void its_name_is_a_word_whether_it_is_there_or_not() {
    assertThat(well().name()).matches("[a-z]+").isEqualTo(away().name());
    assertThat(well().essential()).isEqualTo(away().essential());
  }
}
