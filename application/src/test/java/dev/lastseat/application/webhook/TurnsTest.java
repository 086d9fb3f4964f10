package dev.lastseat.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final WebhookId HOOK = new WebhookId("hook");
  private static final Instant NOW = TickingClock.START;
  private static final Duration SLOW = Turns.PROMPT;
  private static final Duration FAST = Turns.PROMPT.minusMillis(1);

  private final Turns turns = new Turns();

  @Test
  void one_that_nobody_knows_leaves_most_of_the_room_to_others() {
    assertThat(begin(NOW)).isEqualTo(Turns.TO_UNKNOWN);
    assertThat(turns.begin(new WebhookId("other"), NOW)).isTrue();
  }

  @Test
  void whoever_answers_promptly_gets_more_at_once_and_whoever_is_slow_few() {
    once(true, FAST);
    assertThat(begin(NOW)).isEqualTo(Turns.TO_PROMPT);

    Instant later = NOW.plusSeconds(1);
    IntStream.range(0, Turns.TO_PROMPT).forEach(_ -> turns.end(HOOK, true, SLOW, later));
    assertThat(begin(later)).isEqualTo(Turns.TO_SLOW);
  }

  @Test
  void one_that_did_not_answer_rests_and_is_slow_then_until_that_is_forgotten() {
    once(false, Duration.ofSeconds(10));

    assertThat(begin(NOW.plus(Turns.REST).minusMillis(1))).isZero();
    Instant rested = NOW.plus(Turns.REST);
    assertThat(begin(rested)).isEqualTo(Turns.TO_SLOW);
    IntStream.range(0, Turns.TO_SLOW).forEach(_ -> turns.end(HOOK, true, SLOW, rested));
    turns.begin(new WebhookId("other"), rested.plus(Turns.KNOWN));
    assertThat(begin(rested.plus(Turns.KNOWN))).isEqualTo(Turns.TO_UNKNOWN);
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_nobody_rest_for_so_long() {
    once(false, Duration.ofSeconds(10));

    assertThat(begin(NOW.minus(Duration.ofDays(1)))).isPositive();
  }

  @Test
  void those_that_a_receiver_keeps_waiting_take_no_room_from_others() {
    once(true, FAST);
    assertThat(turns.atOnce(NOW)).isEqualTo(Turns.TO_PROMPT);

    begin(NOW);
    assertThat(turns.atOnce(NOW.plus(FAST))).isEqualTo(Turns.TO_PROMPT);
    assertThat(turns.atOnce(NOW.plus(SLOW))).isEqualTo(Turns.ALL);

    turns.end(HOOK, true, FAST, NOW.plus(SLOW));
    assertThat(turns.atOnce(NOW.plus(SLOW))).isEqualTo(Turns.TO_PROMPT);
  }

  @Test
  void of_slow_ones_any_number_leaves_the_room_of_a_prompt_one() {
    IntStream.range(0, Turns.TO_PROMPT)
        .mapToObj(i -> new WebhookId("slow" + i))
        .forEach(
            slow -> {
              turns.begin(slow, NOW);
              turns.end(slow, true, SLOW, NOW);
              turns.begin(slow, NOW);
            });

    assertThat(turns.atOnce(NOW)).isEqualTo(Turns.ALL);
  }

  private void once(boolean answered, Duration took) {
    assertThat(turns.begin(HOOK, NOW)).isTrue();
    turns.end(HOOK, answered, took, NOW);
  }

  /** How many may begin at once. */
  private int begin(Instant at) {
    int begun = 0;
    while (turns.begin(HOOK, at)) {
      begun++;
    }
    return begun;
  }
}
