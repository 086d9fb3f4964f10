package dev.lastseat.http;

import dev.lastseat.domain.port.AccessTokens;
import dev.lastseat.domain.port.Health;
import dev.lastseat.domain.port.RateLimiter;
import dev.lastseat.domain.port.RememberedResponses;
import java.util.List;

/** The ports that surround the routes. */
public record HttpPorts(
    AccessTokens accessTokens,
    RateLimiter rateLimiter,
    RememberedResponses responses,
    List<Health> health) {
  public HttpPorts {
    health = List.copyOf(health);
  }
}
