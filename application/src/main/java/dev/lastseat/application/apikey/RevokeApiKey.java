package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;

/**
 * Revokes an API key for good: its owner may, any admin, and whoever runs the event that it is a
 * device of.
 */
public record RevokeApiKey(ApiKeys keys, Events events, Clock clock) {
  /** Whether there was such a key that is the principal's to revoke. */
  public boolean handle(ApiKeyId id, Principal principal) {
    return keys.find(id)
            .filter(key -> key.owner().equals(principal.userId()) || isOverseenBy(principal, key))
            .isPresent()
        && keys.remove(id, clock.instant());
  }

  private boolean isOverseenBy(Principal principal, ApiKey key) {
    return principal.isAdmin()
        || key.event().flatMap(events::find).filter(event -> event.isRunBy(principal)).isPresent();
  }
}
