package dev.lastseat.engines;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The engines that tests are run against, in this order: the one that the environment names, a
 * container where Docker answers, for Redis a binary of our own, none. An engine that was started
 * for the tests ends with the JVM.
 */
public final class Engines {
  private static final class Mongodb {
    static final Resolution RESOLUTION =
        Resolution.of("mongodb", List.of(named("MONGODB_URI"), Containers::mongodb));
  }

  private static final class Redis {
    static final Resolution RESOLUTION =
        Resolution.of(
            "redis", List.of(named("REDIS_URL"), Containers::redis, RedisProcess::asEngine));
  }

  private Engines() {}

  /** The one that a variable of the environment names; whether it answers, its tests find out. */
  private static Supplier<Optional<Engine>> named(String variable) {
    return () ->
        Optional.ofNullable(System.getenv(variable))
            .filter(uri -> !uri.isBlank())
            .map(uri -> new Engine("the one of " + variable, uri));
  }

  /** The URI of a MongoDB; where there is none, the test that asks is skipped. */
  public static String mongodb() {
    return Mongodb.RESOLUTION.uriOrSkip();
  }

  /** The URI of a Redis; where there is none, the test that asks is skipped. */
  public static String redis() {
    return Redis.RESOLUTION.uriOrSkip();
  }
}
