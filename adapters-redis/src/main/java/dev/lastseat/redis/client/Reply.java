package dev.lastseat.redis.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What Redis answered to one command. That may be an error, or make no sense, for anybody can write
 * anything under any key: reading it then fails with some RuntimeException.
 */
public record Reply(Object value) {
  /** What was read; empty when the reply makes no sense, which is as if Redis knew nothing. */
  public <T> Optional<T> read(Function<Reply, T> reading) {
    try {
      return Optional.of(reading.apply(this));
    } catch (RuntimeException nonsense) {
      return Optional.empty();
    }
  }

  /** Whether it is that text. */
  public boolean says(String text) {
    return text.equals(value);
  }

  public String text() {
    return (String) value;
  }

  /** Scripts answer numbers as such, and as texts where they only pass on what they keep. */
  public long number() {
    return value instanceof Long number ? number : Long.parseLong(text());
  }

  public int integer() {
    return Math.toIntExact(number());
  }

  public List<Reply> list() {
    return ((List<?>) value).stream().map(Reply::new).toList();
  }
}
