package dev.lastseat.http;

import dev.lastseat.domain.port.AccessTokens;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Principal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What every request passes before any route: it gets its id, its headers, its sender, and is
 * counted.
 */
final class Gate {
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String BEARER = "Bearer ";

  /**
   * Those of Helmet 8 (https://helmetjs.github.io), without inline styles and without upgrades of
   * plain HTTP.
   */
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

  private final HttpSettings settings;
  private final AccessTokens tokens;
  private final RateLimits limits;
  private final Cors cors;
  private final Clock clock;
  private final RandomGenerator random;

  Gate(
      HttpSettings settings,
      AccessTokens tokens,
      RateLimits limits,
      Clock clock,
      RandomGenerator random) {
    this.settings = settings;
    this.tokens = tokens;
    this.limits = limits;
    this.cors = new Cors(settings);
    this.clock = clock;
    this.random = random;
  }

  void enter(Context context) {
    Exchange exchange =
        new Exchange(
            requestId(context),
            bearer(context).flatMap(tokens::verify),
            Client.address(context, settings.trustedProxies()));
    exchange.attachTo(context);
    context.header("X-Request-Id", exchange.requestId());
    HEADERS.forEach(context::header);
    if (cors.handle(context)) {
      context.status(204).skipRemainingHandlers();
    } else if (!HealthRoutes.isHealth(context.path())) {
      limits.take(context);
      requireGoodToken(context, exchange.principal());
    }
  }

  /**
   * A token that is not good is an error even where none is needed: its sender believes to be
   * somebody.
   */
  private static void requireGoodToken(Context context, Optional<Principal> principal) {
    if (context.header("Authorization") != null && principal.isEmpty()) {
      throw Problem.unauthenticated("The access token is not good, or not good any more.");
    }
  }

  private String requestId(Context context) {
    String given = context.header("X-Request-Id");
    return given != null && REQUEST_ID.matcher(given).matches()
        ? given
        : Identifiers.next(clock.instant(), random);
  }

  private static Optional<String> bearer(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
