package dev.lastseat.application.fake;

import dev.lastseat.application.port.RememberedResponses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers responses for {@code life}, and requests under way for a minute. */
public final class FakeRememberedResponses implements RememberedResponses {
  private static final Duration UNDER_WAY = Duration.ofSeconds(60);

  private final Clock clock;
  private final Duration life;
  private final Map<Key, Entry> entries = new HashMap<>();

  public FakeRememberedResponses(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  private record Entry(String fingerprint, Optional<Response> response, Instant until) {}

  @Override
  public synchronized Begin begin(Key key, String fingerprint) {
    Instant now = clock.instant();
    entries.values().removeIf(entry -> !now.isBefore(entry.until()));
    Entry known = entries.get(key);
    if (known == null) {
      entries.put(key, new Entry(fingerprint, Optional.empty(), now.plus(UNDER_WAY)));
      return new Begin.New();
    }
    if (!known.fingerprint().equals(fingerprint)) {
      return new Begin.Mismatch();
    }
    return known.response().<Begin>map(Begin.Done::new).orElseGet(Begin.InFlight::new);
  }

  @Override
  public synchronized void complete(Key key, String fingerprint, Response response) {
    if (isUnderWay(key, fingerprint)) {
      Instant until = clock.instant().plus(life);
      entries.put(key, new Entry(fingerprint, Optional.of(response), until));
    }
  }

  @Override
  public synchronized void abandon(Key key, String fingerprint) {
    if (isUnderWay(key, fingerprint)) {
      entries.remove(key);
    }
  }

  private boolean isUnderWay(Key key, String fingerprint) {
    Entry known = entries.get(key);
    return known != null && known.response().isEmpty() && known.fingerprint().equals(fingerprint);
  }
}
