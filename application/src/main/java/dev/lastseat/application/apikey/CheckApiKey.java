package dev.lastseat.application.apikey;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Says whom an API key acts for. Key and owner are read from the store each time, so that a key
 * that was revoked, and a role that was taken, are gone for the next request; see docs/adr/0021.
 */
public record CheckApiKey(
    ApiKeys keys, Users users, TokenHasher hasher, ApiKeyUses uses, Clock clock) {
  /** Empty when the token is unknown, revoked, expired, or its owner is gone. */
  public Optional<Principal> handle(ApiKeyToken token) {
    Instant now = clock.instant();
    Optional<ApiKey> key =
        keys.find(token.id()).filter(it -> it.admits(hasher.hash(token.secret()), now));
    key.ifPresent(it -> uses.note(it, now));
    return key.flatMap(it -> users.find(it.owner()).map(owner -> principal(owner, it)));
  }

  private static Principal principal(User owner, ApiKey key) {
    return new Principal(owner.id(), owner.role(), key.credential());
  }
}
