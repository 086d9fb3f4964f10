package dev.lastseat.http.filter;

import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.RequestSettings;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The headers that every answer has: those of Helmet 8 (https://helmetjs.github.io), without inline
 * styles and without upgrades of plain HTTP, and those that let pages of known origins read it
 * (https://fetch.spec.whatwg.org/#http-cors-protocol).
 */
public final class CommonHeaders {
  private static final Map<String, String> ALWAYS =
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
          Map.entry("X-XSS-Protection", "0"),
          Map.entry("Vary", "Accept-Encoding, Origin"),
          Map.entry("Cache-Control", "no-store")); // unless a route says otherwise

  private static final Map<String, String> READABLE =
      Map.of(
          "Access-Control-Allow-Credentials",
          "true",
          "Access-Control-Expose-Headers",
          "Allow, Content-Disposition, ETag, Location, Retry-After, RateLimit, RateLimit-Policy,"
              + " WWW-Authenticate, X-Request-Id, Idempotency-Replayed");

  private static final Map<String, String> CALLABLE =
      Map.of(
          "Access-Control-Allow-Methods",
          "GET, POST, PUT, PATCH, DELETE",
          "Access-Control-Allow-Headers",
          "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID,"
              + " X-Request-Id",
          "Access-Control-Max-Age",
          "7200");

  private final Set<String> origins;

  public CommonHeaders(RequestSettings settings) {
    this.origins = Set.copyOf(settings.corsOrigins());
  }

  /** Writes them; {@code origin} is that of the page that asks. */
  void write(String requestId, @Nullable String origin, BiConsumer<String, String> response) {
    response.accept(RequestContext.Ids.HEADER, requestId);
    ALWAYS.forEach(response);
    if (origin != null && origins.contains(origin)) {
      response.accept("Access-Control-Allow-Origin", origin);
      READABLE.forEach(response);
    }
  }

  /** Whether a browser only asks if it may call; if so it is told. */
  boolean answerPreflight(Context context) {
    String origin = context.header("Origin");
    boolean preflight =
        context.req().getMethod().equals("OPTIONS")
            && origin != null
            && context.header("Access-Control-Request-Method") != null;
    if (preflight && origins.contains(origin)) {
      CALLABLE.forEach(context::header);
    }
    return preflight;
  }
}
