package dev.lastseat.http.request;

import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What is known of a request before any route sees it.
 *
 * @param principal who sends it, if its token is good
 * @param client the address it comes from
 */
public record RequestContext(String requestId, Optional<Principal> principal, String client) {
  private static final String KEY = "exchange";
  private static final RequestContext UNKNOWN =
      new RequestContext("unknown", Optional.empty(), "unknown");

  public static RequestContext of(Context context) {
    RequestContext exchange = context.attribute(KEY);
    return exchange == null ? UNKNOWN : exchange;
  }

  void attachTo(Context context) {
    context.attribute(KEY, this);
  }

  public static Principal principal(Context context) {
    return of(context)
        .principal()
        .orElseThrow(() -> Problem.unauthenticated("This needs a valid access token."));
  }
}
