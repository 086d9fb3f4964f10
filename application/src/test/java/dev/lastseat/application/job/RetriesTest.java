package dev.lastseat.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Instant NOW = TickingClock.START;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Random random = new Random(1);

  @Test
  void a_pause_becomes_anything_between_nothing_and_twice_as_much() {
    List<Long> millis =
        Stream.generate(() -> pause(new Retries(List.of(MINUTE), 2, DAY), 1)).limit(1_000).toList();

    assertThat(millis).allMatch(it -> it >= 0 && it <= 120_000);
    assertThat(millis).anyMatch(it -> it < 10_000).anyMatch(it -> it > 110_000);
    assertThat(millis.stream().mapToLong(it -> it).average().orElseThrow())
        .isBetween(55_000.0, 65_000.0);
  }

  @Test
  void a_list_of_pauses_is_gone_through_once() {
    Retries retries = new Retries(List.of(SECOND, HOUR), 3, DAY);

    assertThat(longest(retries, 1)).isBetween(1_500L, 2_000L);
    assertThat(longest(retries, 2)).isBetween(5_400_000L, 7_200_000L);
    assertThat(next(retries, 3, Optional.empty())).isEmpty();
  }

  @Test
  void pauses_double_up_to_the_longest() {
    Retries retries = Retries.doubling(SECOND, SECOND.multipliedBy(5), HOUR);

    assertThat(retries.pauses()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 5L);
    assertThat(longest(retries, 30)).isBetween(9_000L, 10_000L);
    assertThat(next(retries, Retries.MOST_ATTEMPTS, Optional.empty())).isEmpty();
  }

  @Test
  void whoever_says_when_is_believed_as_long_as_the_patience_lasts() {
    Retries retries = Retries.doubling(SECOND, MINUTE, HOUR);

    assertThat(next(retries, 1, Optional.of(HOUR))).contains(NOW.plus(HOUR));
    assertThat(next(retries, 1, Optional.of(HOUR.plusMillis(1)))).isEmpty();
  }

  private long longest(Retries retries, int attempt) {
    return LongStream.generate(() -> pause(retries, attempt)).limit(1_000).max().orElseThrow();
  }

  private long pause(Retries retries, int attempt) {
    return Duration.between(NOW, next(retries, attempt, Optional.empty()).orElseThrow()).toMillis();
  }

  private Optional<Instant> next(Retries retries, int attempt, Optional<Duration> asked) {
    Job job = new Job(new JobId("a"), "mail", "", NOW.minus(HOUR));
    return retries.next(new ClaimedJob(job, attempt, NOW, "lease"), asked, NOW, random);
  }
}
