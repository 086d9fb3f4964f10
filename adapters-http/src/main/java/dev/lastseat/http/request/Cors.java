package dev.lastseat.http.request;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call the API
 * (https://fetch.spec.whatwg.org/#http-cors-protocol).
 */
public final class Cors {
  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String ALLOWED =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id";
  private static final String EXPOSED =
      "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id,"
          + " Idempotency-Replayed";
  private static final String PREFLIGHT_SECONDS = "7200";

  private final Set<String> origins;

  public Cors(RequestSettings settings) {
    this.origins = Set.copyOf(settings.corsOrigins());
  }

  /** Writes what a browser asks for; answers whether that was all the request wanted. */
  boolean handle(Context context) {
    context.res().addHeader("Vary", "Origin");
    String origin = context.header("Origin");
    allow(origin, context::header);
    boolean preflight =
        context.method().equals(HandlerType.OPTIONS)
            && origin != null
            && context.header("Access-Control-Request-Method") != null;
    if (preflight && origins.contains(origin)) {
      context.header("Access-Control-Allow-Methods", METHODS);
      context.header("Access-Control-Allow-Headers", ALLOWED);
      context.header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }
    return preflight;
  }

  /** Lets a page of a known origin read the answer. */
  void allow(@Nullable String origin, BiConsumer<String, String> response) {
    if (origin != null && origins.contains(origin)) {
      response.accept("Access-Control-Allow-Origin", origin);
      response.accept("Access-Control-Allow-Credentials", "true");
      response.accept("Access-Control-Expose-Headers", EXPOSED);
    }
  }
}
