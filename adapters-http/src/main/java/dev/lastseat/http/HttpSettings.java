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
    Connections connections,
    List<String> corsOrigins,
    int trustedProxies,
    int rateLimit,
    int authRateLimit,
    Duration rateWindow) {
  public HttpSettings {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /**
   * How many clients there may be at once, and how slow.
   *
   * @param max the most connections; who comes after waits to be accepted
   * @param minBytesPerSecond at which a message must come or go; 0 for any
   * @param patience how long a message may take before its pace is judged
   */
  public record Connections(int max, int minBytesPerSecond, Duration patience) {
    public static final Duration PATIENCE = Duration.ofSeconds(10);
  }
}
