package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {
  /**
   * By some of its own it tells what became of a booking, and what of it was never told anybody.
   */
  @Test
  void what_somebody_says_is_never_taken_for_what_the_program_says_itself() {
    for (Reason own : List.of(Reason.EVENT_CANCELLED, Reason.HOLD_ENDED, Reason.NOT_GIVEN)) {
      assertThat(own.isOwn()).isTrue();
      assertThat(Reason.said(" " + own.text()).text()).isEqualTo(own.text() + ".");
      assertThat(Reason.said(own.text()).isOwn()).isFalse();
    }
    assertThat(Reason.said("ill").text()).isEqualTo("ill");
  }
}
