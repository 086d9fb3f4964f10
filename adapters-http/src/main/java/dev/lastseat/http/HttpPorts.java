package dev.lastseat.http;

import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.port.Health;
import dev.lastseat.application.port.Observer;
import dev.lastseat.application.port.RateLimiter;
import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.application.session.CheckAccessToken;
import java.time.Duration;
import java.util.List;

/**
 * The ports that surround the routes.
 *
 * @param goodLogIns counts the log-ins that were good, in windows of {@link #KNOWN_FOR}
 */
public record HttpPorts(
    CheckAccessToken accessTokens,
    CheckApiKey apiKeys,
    RateLimiter rateLimiter,
    RateLimiter goodLogIns,
    RememberedResponses responses,
    List<Health> health,
    Observer observer) {
  /** How long an account knows the address that somebody logged in to it from. */
  public static final Duration KNOWN_FOR = Duration.ofDays(7);

  public HttpPorts {
    health = List.copyOf(health);
  }
}
