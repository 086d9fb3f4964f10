package dev.lastseat.redis.client;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Lua script, which is one atomic step, and what it is run with. It is sent whole each time:
 * Redis knows it by its hash and compiles it once, and nobody has to send it again to a Redis that
 * was restarted.
 */
public record Command(String script, List<String> keys, List<String> arguments) {
  /** All keys have one hash tag. */
  public static Command of(String script, List<String> keys, Object... arguments) {
    return new Command(script, keys, Stream.of(arguments).map(Object::toString).toList());
  }

  /** How many characters it keeps in memory; the script is there anyway. */
  int length() {
    return Stream.concat(keys.stream(), arguments.stream()).mapToInt(String::length).sum();
  }
}
