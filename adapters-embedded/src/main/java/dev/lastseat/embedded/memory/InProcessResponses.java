package dev.lastseat.embedded.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.lastseat.application.port.RememberedResponses;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Responses by idempotency key. A key that is under way is held for a minute at most. */
final class InProcessResponses implements RememberedResponses {
  static final Duration IN_FLIGHT = Duration.ofSeconds(60);

  /**
   * How many characters of responses are remembered in all, so that they take an eighth of the
   * heap; the least used ones are forgotten first, and what they told is told by the store then.
   */
  static final long MAX_CHARACTERS = 16L << 20;

  private static final int OVERHEAD = 300;

  private final Cache<Key, Entry> entries;

  InProcessResponses(Duration ttl, Clock clock) {
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .<Key, Entry>weigher((key, entry) -> OVERHEAD + entry.length())
            .expireAfter(
                Expiry.<Key, Entry>writing(
                    (key, entry) -> entry.response().isPresent() ? ttl : IN_FLIGHT))
            .executor(Runnable::run)
            .ticker(new SteadyTicker(clock))
            .build();
  }

  private record Entry(String fingerprint, Optional<Response> response) {
    static Entry underWay(String fingerprint) {
      return new Entry(fingerprint, Optional.empty());
    }

    int length() {
      return fingerprint.length() + response.map(known -> known.body().length()).orElse(0);
    }
  }

  @Override
  public Begin begin(Key key, String fingerprint) {
    Entry known = entries.asMap().putIfAbsent(key, Entry.underWay(fingerprint));
    if (known == null) {
      return new Begin.New();
    }
    if (!known.fingerprint().equals(fingerprint)) {
      return new Begin.Mismatch();
    }
    return known.response().<Begin>map(Begin.Done::new).orElseGet(Begin.InFlight::new);
  }

  @Override
  public void complete(Key key, String fingerprint, Response response) {
    entries
        .asMap()
        .replace(key, Entry.underWay(fingerprint), new Entry(fingerprint, Optional.of(response)));
  }

  @Override
  public void abandon(Key key, String fingerprint) {
    entries.asMap().remove(key, Entry.underWay(fingerprint));
  }
}
