package dev.lastseat.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.redis.RedisAdapters;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
  @ParameterizedTest
  @CsvSource({
    "redis://cache, cache:6379",
    "redis://cache:6380/, cache:6380",
    "rediss://user:secret@cache:6380/3, cache:6380",
    "redis://:secret@[::1]:6380, [::1]:6380",
    "' redis://127.0.0.1 ', 127.0.0.1:6379",
  })
  void the_url_of_a_redis_names_where_it_listens(String url, String address) {
    assertThat(RedisConnection.address(RedisConnection.parse(url))).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cache:6379",
        "http://cache",
        "redis://",
        "redis:cache",
        "redis://cache:0",
        "redis://cache:70000",
        "redis://cache:many",
        "redis://cache/first",
        "redis://cache/1/2",
        "redis://cache?db=1",
        "redis://ca che"
      })
  void any_other_url_is_refused_with_what_was_expected(String url) {
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(
            () -> RedisAdapters.open(url, new TickingClock(), new Random(), Observer.NOBODY))
        .withMessage(
            url
                + " in REDIS_URL is no URL of a Redis; expected"
                + " redis[s]://[[user]:password@]host[:port][/database]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://user:secret@cache/first",
        "redis://:sec@secret@cache:6379",
        "redis://user:secret/@cache",
        "user:secret@cache",
        "redis://user:secret %@cache"
      })
  void no_message_shows_a_password(String url) {
    assertThatExceptionOfType(UnusableStore.class)
        .isThrownBy(() -> RedisConnection.parse(url))
        .withMessageContaining("***@cache")
        .withMessageNotContainingAny("secret", "sec@");
  }

  @Test
  void a_redis_that_is_not_there_keeps_nobody_from_opening() {
    try (RedisAdapters redis =
        RedisAdapters.open(
            "redis://127.0.0.1:1", new TickingClock(), new Random(), Observer.NOBODY)) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> redis.health().check())
          .withMessageStartingWith("redis does not do its work");
      assertThat(redis.health().essential()).isFalse();
      assertThat(redis.health().name()).isEqualTo("redis");
    }
  }
}
