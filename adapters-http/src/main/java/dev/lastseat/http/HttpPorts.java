package dev.lastseat.http;

import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.domain.port.AccessTokens;
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
