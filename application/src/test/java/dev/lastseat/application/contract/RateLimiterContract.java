package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RateLimiter.Quota;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.TickingClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every rate limiter promises. */
public abstract class RateLimiterContract {
  protected static final Duration WINDOW = Duration.ofMinutes(15);
  private static final String BUCKET = "user:ada";

  private final TickingClock clock = new TickingClock();
  private RateLimiter limiter;

  /** Nothing was counted yet; windows are of {@link #WINDOW} by the clock. */
  protected abstract RateLimiter open(TickingClock clock);

  @BeforeEach
  void openLimiter() {
    limiter = open(clock);
  }

  @Test
  void as_many_requests_as_the_limit_are_allowed_and_no_more() {
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 1, WINDOW));
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 0, WINDOW));
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(false, 0, WINDOW));
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(false, 0, WINDOW));
  }

  @Test
  void a_look_tells_what_is_left_and_counts_nothing() {
    assertThat(limiter.look(BUCKET, 1)).isEqualTo(new Quota(true, 1, WINDOW));
    assertThat(limiter.look(BUCKET, 1)).isEqualTo(new Quota(true, 1, WINDOW));
    limiter.take(BUCKET, 1);
    assertThat(limiter.look(BUCKET, 1)).isEqualTo(new Quota(true, 0, WINDOW));
    limiter.take(BUCKET, 1);
    assertThat(limiter.look(BUCKET, 1)).isEqualTo(new Quota(false, 0, WINDOW));
  }

  @Test
  void what_is_given_back_may_be_taken_again_and_nothing_is_given_that_was_not_taken() {
    limiter.take(BUCKET, 2);
    limiter.take(BUCKET, 2);
    limiter.giveBack(BUCKET);
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 0, WINDOW));

    clock.advance(WINDOW);
    limiter.giveBack(BUCKET);
    limiter.giveBack(BUCKET);
    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 1, WINDOW));
  }

  @Test
  void a_window_begins_with_its_first_request() {
    clock.advance(Duration.ofSeconds(123));
    limiter.take(BUCKET, 2);
    clock.advance(Duration.ofMinutes(10));

    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 0, Duration.ofMinutes(5)));
  }

  @Test
  void a_window_ends_after_its_length_however_many_were_refused() {
    exhaust();
    clock.advance(WINDOW.minusMillis(1));
    assertThat(limiter.take(BUCKET, 1)).isEqualTo(new Quota(false, 0, Duration.ofMillis(1)));

    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.take(BUCKET, 1)).isEqualTo(new Quota(true, 0, WINDOW));
  }

  @Test
  void a_window_that_nobody_asked_for_in_a_long_time_begins_anew() {
    exhaust();
    clock.advance(WINDOW.multipliedBy(7).plusSeconds(1));

    assertThat(limiter.take(BUCKET, 2)).isEqualTo(new Quota(true, 1, WINDOW));
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_a_window_last_for_its_length_and_no_longer() {
    exhaust();
    clock.advance(Duration.ofDays(-1));
    assertThat(limiter.take(BUCKET, 1)).isEqualTo(new Quota(false, 0, WINDOW));

    clock.advance(WINDOW);
    assertThat(limiter.take(BUCKET, 1)).isEqualTo(new Quota(true, 0, WINDOW));
  }

  @Test
  void every_bucket_is_counted_for_itself() {
    exhaust();

    for (String other :
        List.of("user:bob", "user:ada2", "ip:::1", "{x}", "login:ada@example.com")) {
      assertThat(limiter.take(other, 1).allowed()).as(other).isTrue();
    }
    assertThat(limiter.take(BUCKET, 1).allowed()).isFalse();
  }

  @RepeatedTest(3)
  void of_many_requests_at_once_exactly_the_limit_is_allowed() {
    List<Quota> quotas = Race.of(40, _ -> limiter.take(BUCKET, 15));

    assertThat(quotas).filteredOn(Quota::allowed).hasSize(15);
    assertThat(quotas)
        .filteredOn(Quota::allowed)
        .extracting(Quota::remaining)
        .doesNotHaveDuplicates();
  }

  private void exhaust() {
    for (int i = 0; i < 5; i++) {
      limiter.take(BUCKET, 1);
    }
  }
}
