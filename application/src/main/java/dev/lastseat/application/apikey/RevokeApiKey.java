package dev.lastseat.application.apikey;

import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Principal;

/** Revokes an API key for good: its owner may, and any admin. */
public final class RevokeApiKey {
  private final ApiKeys keys;

  public RevokeApiKey(ApiKeys keys) {
    this.keys = keys;
  }

  /** Whether there was such a key that is the principal's to revoke. */
  public boolean handle(ApiKeyId id, Principal principal) {
    return keys.find(id)
            .filter(key -> principal.isAdmin() || key.owner().equals(principal.userId()))
            .isPresent()
        && keys.remove(id);
  }
}
