package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Lets caches age by the clock of the program, so that tests decide how old they get. */
record ClockTicker(Clock clock) implements Ticker {
  @Override
  public long read() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }
}
