package dev.lastseat.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedisContextTest {
  private static final Duration OPERATION = Duration.ofMillis(2_500);
  private static final Duration PROMISED = Duration.ofSeconds(3);

  @Test
  void a_wait_for_another_instance_and_an_operation_in_vain_fit_into_what_is_promised() {
    assertThat(Stream.of(RedisContext.WAIT_FOR_OTHERS, SearchLock.LIFE).map(OPERATION::plus))
        .allMatch(time -> time.compareTo(PROMISED) < 0);
  }

  /** Or else two would count while the first one still waits for the store. */
  @Test
  void nobody_is_given_up_who_still_waits_for_the_store() {
    assertThat(RedisAvailability.COUNTING).isGreaterThan(OPERATION);
  }
}
