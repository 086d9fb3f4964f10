package dev.lastseat.embedded.memory;

import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.EventCache;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.port.cache.PlaceHints;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What one instance remembers by itself; each is bounded, and forgotten when the process ends. */
public final class InProcessAdapters {
  private final Clock clock;

  public InProcessAdapters(Clock clock) {
    this.clock = clock;
  }

  /** Of an instance that sells alone. */
  public PlaceHints placeHints() {
    return new InProcessHints(clock, Optional.empty());
  }

  /** Of one among several, while they cannot share any. */
  public PlaceHints scatteredPlaceHints(RandomGenerator random) {
    return new InProcessHints(clock, Optional.of(random));
  }

  public EventCache eventCache() {
    return new InProcessEventCache(clock);
  }

  public FirstPages firstPages() {
    return new InProcessFirstPages(clock);
  }

  /** Counts older than {@code ttl} are counted again; none older than twice that are shown. */
  public AvailabilityCache availabilityCache(Duration ttl) {
    return new InProcessAvailability(ttl, clock);
  }

  public RememberedResponses rememberedResponses(Duration ttl) {
    return new InProcessResponses(ttl, clock);
  }

  public RateLimiter rateLimiter(Duration window) {
    return new InProcessRateLimiter(window, clock);
  }
}
