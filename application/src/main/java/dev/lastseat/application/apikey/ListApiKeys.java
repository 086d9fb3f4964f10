package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.port.store.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Lists a user's own API keys; an admin may list everybody's. */
public final class ListApiKeys {
  private final ApiKeys keys;

  public ListApiKeys(ApiKeys keys) {
    this.keys = keys;
  }

  public Page<ApiKey> own(Principal viewer, PageRequest page) {
    return keys.list(Optional.of(viewer.userId()), page);
  }

  /** Empty for those who are no admins. */
  public Optional<Page<ApiKey>> all(Principal viewer, PageRequest page) {
    return viewer.isAdmin() ? Optional.of(keys.list(Optional.empty(), page)) : Optional.empty();
  }
}
