package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.RateLimiter;
import dev.lastseat.domain.port.RateLimiter.Allowance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every rate limiter promises within one window. */
public abstract class RateLimiterContract {
  /** Longer than any test takes. */
  protected static final Duration WINDOW = Duration.ofMinutes(15);

  private RateLimiter limiter;

  /** A limiter with windows of {@link #WINDOW} that has counted nothing yet. */
  protected abstract RateLimiter open();

  @BeforeEach
  void openLimiter() {
    limiter = open();
  }

  @Test
  void requests_are_allowed_up_to_the_limit_and_not_beyond() {
    assertThat(limiter.take("ada", 2)).matches(Allowance::allowed).returns(1, Allowance::remaining);
    assertThat(limiter.take("ada", 2)).matches(Allowance::allowed).returns(0, Allowance::remaining);
    assertThat(limiter.take("ada", 2))
        .returns(false, Allowance::allowed)
        .returns(0, Allowance::remaining);
    assertThat(limiter.take("ada", 2)).returns(false, Allowance::allowed);
  }

  @Test
  void every_bucket_counts_for_itself() {
    limiter.take("ada", 1);

    assertThat(limiter.take("bob", 1)).matches(Allowance::allowed);
    assertThat(limiter.take("ada ", 1)).matches(Allowance::allowed);
  }

  @Test
  void the_window_ends_within_its_length() {
    limiter.take("ada", 1);

    assertThat(limiter.take("ada", 1).reset()).isPositive().isLessThanOrEqualTo(WINDOW);
  }

  @RepeatedTest(3)
  void of_many_requests_at_once_exactly_as_many_as_the_limit_are_allowed() {
    List<Allowance> answers = Race.of(40, _ -> limiter.take("ada", 25));

    assertThat(answers).filteredOn(Allowance::allowed).hasSize(25);
  }
}
