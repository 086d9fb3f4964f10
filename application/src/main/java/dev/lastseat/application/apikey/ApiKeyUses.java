package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.user.ApiKeyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When keys were last used. No request waits for that to be written: it is noted here, once a
 * minute for each key, and a sweep writes it. What is not written when the program ends is lost.
 */
public final class ApiKeyUses {
  private final ApiKeys keys;
  private final AtomicReference<Map<ApiKeyId, Instant>> noted = new AtomicReference<>(Map.of());

  public ApiKeyUses(ApiKeys keys) {
    this.keys = keys;
  }

  void note(ApiKey key, Instant now) {
    if (key.isUseNews(now)) {
      noted.updateAndGet(
          others -> {
            Map<ApiKeyId, Instant> all = new HashMap<>(others);
            all.putIfAbsent(key.id(), now);
            return Map.copyOf(all);
          });
    }
  }

  /** Writes what was noted since the last time. */
  public void write() {
    noted.getAndSet(Map.of()).forEach(keys::use);
  }
}
