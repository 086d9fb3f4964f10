package dev.lastseat.redis;

import dev.lastseat.application.port.Observer;
import dev.lastseat.redis.client.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** One instance of the program on a real Redis; patient with a slow machine. */
record Instance(String url, RedisContext context) implements AutoCloseable {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  Instance(String url, String prefix, Duration patience, Clock clock) {
    this(
        url,
        RedisAdapters.context(
            url,
            new RedisAdapters.Tuning(PATIENT, patience, prefix),
            clock,
            new Strict(clock),
            Instances.RANDOM,
            Observer.NOBODY));
  }

  /** Or else a test could pass by what is fallen back to. */
  private static final class Strict extends Breaker {
    Strict(Clock clock) {
      super(clock);
    }

    @Override
    protected synchronized void failed() {
      throw new AssertionError("Redis does not answer");
    }
  }

  @Override
  public void close() {
    context.redis().close();
    try (RedisClient client = RedisClient.create(url)) {
      ScanParams mine = new ScanParams().match(context.keys().prefix() + "*").count(1_000);
      String cursor = ScanParams.SCAN_POINTER_START;
      do {
        ScanResult<String> found = client.scan(cursor, mine);
        List<String> keys = found.getResult();
        keys.forEach(client::unlink);
        cursor = found.getCursor();
      } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }
  }
}
