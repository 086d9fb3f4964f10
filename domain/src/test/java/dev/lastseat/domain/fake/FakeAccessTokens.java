package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that are good because they are on a list. */
public final class FakeAccessTokens implements AccessTokens {
  private record Issued(Principal principal, Instant expiresAt) {}

  private final Clock clock;
  private final Duration ttl;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  public FakeAccessTokens(Clock clock, Duration ttl) {
    this.clock = clock;
    this.ttl = ttl;
  }

  @Override
  public AccessToken issue(UserId user, Role role, Credential.Session session) {
    Principal principal = new Principal(user, role, session);
    Instant expiresAt = clock.instant().plus(ttl);
    String token = Sha256.hex(principal + " until " + expiresAt);
    issued.put(token, new Issued(principal, expiresAt));
    return new AccessToken(token, expiresAt);
  }

  @Override
  public AccessToken decoy(UserId user, Role role, Credential.Session session) {
    Instant expiresAt = clock.instant().plus(ttl);
    return new AccessToken(Sha256.hex("decoy of " + session.id()), expiresAt);
  }

  @Override
  public Optional<Principal> verify(String token) {
    return Optional.ofNullable(issued.get(token))
        .filter(known -> clock.instant().isBefore(known.expiresAt()))
        .map(Issued::principal);
  }
}
