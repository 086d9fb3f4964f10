package dev.lastseat.application.session;

import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.account.Sessions.Successor;
import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes the two kinds of token.
 *
 * @param random must not be predictable
 */
public record Tokens(
    AccessTokens accessTokens, TokenHasher hasher, RandomGenerator random, Refreshing refreshing) {
  /**
   * The times of refresh tokens.
   *
   * @param ttl how long one may be used at all
   * @param overlap how long one may come again after its first use
   * @param sessionTtl how long a session lasts, however often it is refreshed
   */
  public record Refreshing(Duration ttl, Duration overlap, Duration sessionTtl) {}

  AccessToken access(User user, Credential.Session session) {
    return accessTokens.issue(user.id(), user.role(), session);
  }

  AccessToken decoy(User user, Credential.Session session) {
    return accessTokens.decoy(user.id(), user.role(), session);
  }

  RefreshToken refresh() {
    return RefreshToken.random(random);
  }

  TokenHash hash(RefreshToken token) {
    return hasher.hash(token.value());
  }

  Instant refreshExpiry(Instant now) {
    return now.plus(refreshing.ttl());
  }

  /** Of the first refresh token of a session. */
  Instant firstExpiry(Instant now) {
    Instant end = sessionEnd(now);
    return refreshExpiry(now).isBefore(end) ? refreshExpiry(now) : end;
  }

  Instant sessionEnd(Instant now) {
    return now.plus(refreshing.sessionTtl());
  }

  Successor successor(RefreshToken next, Instant now) {
    return new Successor(hash(next), refreshExpiry(now));
  }

  Instant overlapEnd(Instant now) {
    return now.plus(refreshing.overlap());
  }
}
