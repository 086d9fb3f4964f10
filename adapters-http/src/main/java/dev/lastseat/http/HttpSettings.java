package dev.lastseat.http;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about the server.
 *
 * @param port 0 for any free one
 * @param corsOrigins exact origins whose pages may call the API
 * @param trustedProxies how many proxies in front write X-Forwarded-For
 * @param rateLimit requests per window
 * @param authRateLimit log-ins, registrations and refreshes per window
 */
public record HttpSettings(
    int port,
    List<String> corsOrigins,
    int trustedProxies,
    int rateLimit,
    int authRateLimit,
    Duration rateWindow) {
  public HttpSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }
}
