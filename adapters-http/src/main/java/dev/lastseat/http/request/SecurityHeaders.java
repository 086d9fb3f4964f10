package dev.lastseat.http.request;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Those of Helmet 8 (https://helmetjs.github.io), without inline styles and without upgrades of
 * plain HTTP. Every response has them.
 */
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.ofEntries(
          Map.entry(
              "Content-Security-Policy",
              "default-src 'self';base-uri 'self';font-src 'self';form-action 'self';"
                  + "frame-ancestors 'self';img-src 'self' data:;object-src 'none';"
                  + "script-src 'self';script-src-attr 'none';style-src 'self'"),
          Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
          Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
          Map.entry("Origin-Agent-Cluster", "?1"),
          Map.entry("Referrer-Policy", "no-referrer"),
          Map.entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
          Map.entry("X-Content-Type-Options", "nosniff"),
          Map.entry("X-DNS-Prefetch-Control", "off"),
          Map.entry("X-Download-Options", "noopen"),
          Map.entry("X-Frame-Options", "SAMEORIGIN"),
          Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
          Map.entry("X-XSS-Protection", "0"));

  private SecurityHeaders() {}

  static void write(BiConsumer<String, String> response) {
    HEADERS.forEach(response);
  }
}
