package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.RememberedResponses;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Responses in memory, remembered for ever. */
public final class FakeRememberedResponses implements RememberedResponses {
  private record Entry(String fingerprint, Optional<Response> response) {}

  private final Map<Key, Entry> entries = new HashMap<>();

  @Override
  public synchronized Begin begin(Key key, String fingerprint) {
    Entry known = entries.putIfAbsent(key, new Entry(fingerprint, Optional.empty()));
    if (known == null) {
      return new Begin.New();
    }
    if (!known.fingerprint().equals(fingerprint)) {
      return new Begin.Mismatch();
    }
    return known.response().<Begin>map(Begin.Done::new).orElseGet(Begin.InFlight::new);
  }

  @Override
  public synchronized void complete(Key key, Response response) {
    entries.computeIfPresent(
        key, (_, entry) -> new Entry(entry.fingerprint(), Optional.of(response)));
  }

  @Override
  public synchronized void abandon(Key key) {
    entries.remove(key);
  }
}
