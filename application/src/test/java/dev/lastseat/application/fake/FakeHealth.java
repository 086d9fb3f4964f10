package dev.lastseat.application.fake;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that a test takes away, and which counts how often it was asked. */
public final class FakeHealth implements Health {
  /** What must not be shown to anybody. */
  public static final String SECRET = "a secret of the network";

  private final String name;
  private final boolean essential;
  private final AtomicInteger checks = new AtomicInteger();
  private volatile boolean away;

  public FakeHealth(String name, boolean essential) {
    this.name = name;
    this.essential = essential;
  }

  public void goAway() {
    away = true;
  }

  public int checks() {
    return checks.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean essential() {
    return essential;
  }

  @Override
  public void check() {
    checks.incrementAndGet();
    if (away) {
      throw new StoreUnavailable(SECRET);
    }
  }
}
