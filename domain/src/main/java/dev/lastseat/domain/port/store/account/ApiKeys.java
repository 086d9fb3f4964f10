package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * All API keys. One that was removed is found by nobody any more who asks after that, on any
 * instance.
 */
public interface ApiKeys {
  /** Adds a key with an id that no other has. */
  void add(ApiKey key);

  Optional<ApiKey> find(ApiKeyId id);

  /** Those of a user, or of everybody, the newest first. */
  Page<ApiKey> list(Optional<UserId> owner, PageRequest page);

  /** How many the user has. */
  int count(UserId owner);

  /** Notes a use, in one atomic step. Of several the latest stays; a key that is gone stays so. */
  void use(ApiKeyId id, Instant at);

  /**
   * Removes a key, in one atomic step.
   *
   * @return whether it was there
   */
  boolean remove(ApiKeyId id, Instant now);

  /** Removes all that the user has. */
  void removeAll(UserId owner, Instant now);
}
