package dev.lastseat.http;

import dev.lastseat.domain.user.Principal;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What is known of a request before any route sees it.
 *
 * @param principal who sends it, if its token is good
 * @param client the address it comes from
 */
record Exchange(String requestId, Optional<Principal> principal, String client) {
  private static final String KEY = "exchange";
  private static final Exchange UNKNOWN = new Exchange("unknown", Optional.empty(), "unknown");

  static Exchange of(Context context) {
    Exchange exchange = context.attribute(KEY);
    return exchange == null ? UNKNOWN : exchange;
  }

  void attachTo(Context context) {
    context.attribute(KEY, this);
  }

  static Principal principal(Context context) {
    return of(context)
        .principal()
        .orElseThrow(() -> Problem.unauthenticated("This needs a valid access token."));
  }
}
