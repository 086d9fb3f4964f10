package dev.lastseat.http;

import dev.lastseat.domain.port.AccessTokens;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What every request passes before any route: it gets its id, its headers, its sender, and is
 * counted. What can fail comes after the headers, so that no answer lacks them.
 */
final class Gate {
  private static final String BEARER = "Bearer ";

  private final HttpSettings settings;
  private final AccessTokens tokens;
  private final RateLimits limits;
  private final RequestIds ids;
  private final Cors cors;

  Gate(HttpSettings settings, AccessTokens tokens, RateLimits limits, RequestIds ids) {
    this.settings = settings;
    this.tokens = tokens;
    this.limits = limits;
    this.ids = ids;
    this.cors = new Cors(settings);
  }

  void enter(Context context) {
    String requestId = ids.of(context.header(RequestIds.HEADER));
    String client = Client.address(context, settings.trustedProxies());
    new Exchange(requestId, Optional.empty(), client).attachTo(context);
    context.header(RequestIds.HEADER, requestId);
    SecurityHeaders.write(context::header);
    context.res().addHeader("Vary", "Accept-Encoding");
    if (context.header("Authorization") != null) {
      context.header("Cache-Control", "no-store");
    }
    boolean preflight = cors.handle(context);
    new Exchange(requestId, bearer(context).flatMap(tokens::verify), client).attachTo(context);
    if (preflight) {
      limits.takePreflight(context);
      Answers.nothing(context, 204);
      context.skipRemainingHandlers();
      return;
    }
    if (!HealthRoutes.isHealth(context.path())) {
      limits.take(context);
    }
    Requests.requireSmall(context);
  }

  private static Optional<String> bearer(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
