package dev.lastseat.engines;

import java.util.List;

/**
 * The engines that tests are run against, in this order: the one that the environment names, a
 * container where Docker answers, for Redis a binary of our own, none. An engine that was started
 * for the tests ends with the JVM.
 */
public final class Engines {
  private static final class Mongodb {
    static final Resolution RESOLUTION =
        Resolution.of("mongodb", List.of(Named.by("MONGODB_URI"), Containers::mongodb));
  }

  private static final class Documentdb {
    static final Resolution RESOLUTION =
        Resolution.of("documentdb", List.of(Named.by("DOCUMENTDB_URL")));
  }

  private static final class Redis {
    static final Resolution RESOLUTION =
        Resolution.of(
            "redis", List.of(Named.by("REDIS_URL"), Containers::redis, RedisProcess::asEngine));
  }

  private Engines() {}

  /** The URI of a MongoDB; where there is none, the test that asks is skipped. */
  public static String mongodb() {
    return Mongodb.RESOLUTION.uriOrSkip();
  }

  /**
   * The JDBC address of the PostgreSQL behind {@link #mongodb}, whose extension does its work;
   * where it is none of that kind, the test that asks is skipped.
   */
  public static String documentdb() {
    return Documentdb.RESOLUTION.uriOrSkip();
  }

  /** The URI of a Redis; where there is none, the test that asks is skipped. */
  public static String redis() {
    return Redis.RESOLUTION.uriOrSkip();
  }
}
