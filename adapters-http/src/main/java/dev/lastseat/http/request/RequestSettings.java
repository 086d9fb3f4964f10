package dev.lastseat.http.request;

import java.time.Duration;
import java.util.List;

/**
 * What can be set about requests.
 *
 * @param corsOrigins exact origins whose pages may call the API
 * @param trustedProxies how many proxies in front write X-Forwarded-For
 * @param rateLimit requests per window
 * @param authRateLimit log-ins, registrations and refreshes per window
 */
public record RequestSettings(
    List<String> corsOrigins,
    int trustedProxies,
    int rateLimit,
    int authRateLimit,
    Duration rateWindow) {
  public RequestSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }
}
