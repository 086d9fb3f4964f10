package dev.lastseat.http;

import dev.lastseat.domain.port.AccessTokens;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What every request passes before any route: it gets its id, its headers, its sender, and is
 * counted.
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
    Exchange exchange =
        new Exchange(
            ids.of(context.header(RequestIds.HEADER)),
            bearer(context).flatMap(tokens::verify),
            Client.address(context, settings.trustedProxies()));
    exchange.attachTo(context);
    context.header(RequestIds.HEADER, exchange.requestId());
    SecurityHeaders.write(context::header);
    context.res().addHeader("Vary", "Accept-Encoding");
    if (context.header("Authorization") != null) {
      context.header("Cache-Control", "no-store");
    }
    if (cors.handle(context)) {
      limits.tell(exchange.client(), context::header);
      context.status(204).skipRemainingHandlers();
    } else if (!HealthRoutes.isHealth(context.path())) {
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
