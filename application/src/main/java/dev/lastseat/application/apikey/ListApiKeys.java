package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Lists a user's own API keys; an admin may list everybody's. */
public record ListApiKeys(ApiKeys keys) {
  public Page<ApiKey> own(Principal viewer, PageRequest page) {
    return keys.list(Optional.of(viewer.userId()), page);
  }

  /** Empty for those who are no admins. */
  public Optional<Page<ApiKey>> all(Principal viewer, PageRequest page) {
    return viewer.isAdmin() ? Optional.of(keys.list(Optional.empty(), page)) : Optional.empty();
  }
}
