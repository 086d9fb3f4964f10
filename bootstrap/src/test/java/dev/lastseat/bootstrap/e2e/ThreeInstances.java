package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;

/**
 * Three instances on MongoDB and Redis, the first one in this process and two in their own, of
 * which one is killed with -9.
 */
final class ThreeInstances implements House {
  private final Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
  private final Path folder;
  private Fleet others;
  private Lastseat lastseat;
  private BoxOffice office;
  private volatile boolean isOneLost;

  private ThreeInstances(Map<String, String> more, Path folder) {
    this.settings.putAll(more);
    this.folder = folder;
    this.others = new Fleet(2, settings, folder);
    this.lastseat = Programs.start(settings);
    this.office = openOffice();
  }

  /** With these settings, engines among them. */
  static House on(Map<String, String> settings, Path folder) {
    return new ThreeInstances(settings, folder);
  }

  private BoxOffice openOffice() {
    return new BoxOffice(
        Stream.concat(Stream.of(lastseat.uri()), others.addresses().stream()).toArray(URI[]::new));
  }

  @Override
  public BoxOffice office() {
    if (isOneLost) {
      replaceOne();
    }
    return office;
  }

  @Override
  public BoxOffice office(int bookings) {
    office().after(bookings, this::loseOne);
    return office;
  }

  private void loseOne() {
    isOneLost = true;
    others.killOne();
  }

  private void replaceOne() {
    uninterrupted(others::replaceOne);
    office.close();
    office = openOffice();
    isOneLost = false;
  }

  @Override
  public int lost() {
    return isOneLost ? 1 : 0;
  }

  @Override
  public void sweep() {
    lastseat.sweep();
  }

  @Override
  public void endRequests(String key) {
    try (Jedis redis = new Jedis(URI.create(settings.get("REDIS_URL")))) {
      for (String request : redis.keys("*:response:" + key)) {
        if (!redis.hexists(request, "status")) {
          redis.del(request);
        }
      }
    }
  }

  @Override
  public void restart() {
    end();
    others = new Fleet(2, settings, folder);
    lastseat = Programs.start(settings);
    office = openOffice();
    isOneLost = false;
  }

  private void end() {
    office.close();
    uninterrupted(others::close);
    lastseat.close();
  }

  @Override
  public void close() {
    try {
      others.verify(); // after all storms, the store is what its facts tell
    } finally {
      end();
    }
  }

  private interface Waiting {
    void run() throws InterruptedException;
  }

  private static void uninterrupted(Waiting step) {
    try {
      step.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
