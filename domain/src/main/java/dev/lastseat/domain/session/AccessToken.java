package dev.lastseat.domain.session;

import java.time.Instant;

/** A signed token that proves a principal until it expires. */
public record AccessToken(String value, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[…, expiresAt=" + expiresAt + "]";
  }
}
