package dev.lastseat.http.request;

import dev.lastseat.domain.port.AccessTokens;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What every request passes before any route: it gets its id, its headers, its sender, and is
 * counted. What can fail comes after the headers, so that no answer lacks them.
 */
public final class RequestFilter {
  private static final String HEALTH = Route.BASE + "/health";
  private static final String BEARER = "Bearer ";

  private final RequestSettings settings;
  private final AccessTokens tokens;
  private final RateLimits limits;
  private final RequestIds ids;
  private final Cors cors;

  public RequestFilter(
      RequestSettings settings, AccessTokens tokens, RateLimits limits, RequestIds ids) {
    this.settings = settings;
    this.tokens = tokens;
    this.limits = limits;
    this.ids = ids;
    this.cors = new Cors(settings);
  }

  public void apply(Context context) {
    String requestId = ids.of(context.header(RequestIds.HEADER));
    String client = RemoteAddress.address(context, settings.trustedProxies());
    new RequestContext(requestId, Optional.empty(), client).attachTo(context);
    context.header(RequestIds.HEADER, requestId);
    SecurityHeaders.write(context::header);
    context.res().addHeader("Vary", "Accept-Encoding");
    if (context.header("Authorization") != null) {
      context.header("Cache-Control", "no-store");
    }
    boolean preflight = cors.handle(context);
    new RequestContext(requestId, bearer(context).flatMap(tokens::verify), client)
        .attachTo(context);
    if (preflight) {
      limits.takePreflight(context);
      Responses.nothing(context, 204);
      context.skipRemainingHandlers();
      return;
    }
    if (!isHealth(context.path())) {
      limits.take(context);
    }
    RequestBodies.requireSmall(context);
  }

  /** Whoever watches over this program asks often. */
  private static boolean isHealth(String path) {
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  private static Optional<String> bearer(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
