package dev.lastseat.http.live;

import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who listens.
 *
 * @param principal whom the token proved when the listening began
 * @param authorization the header that the token came in
 */
record Sender(Optional<Principal> principal, Optional<String> authorization, String client) {
  static Sender of(Context context) {
    RequestContext request = RequestContext.of(context);
    return new Sender(
        request.principal(),
        Optional.ofNullable(context.header("Authorization")),
        request.client());
  }

  /** Who is counted as one: a user, whatever the credential, or an address. */
  String account() {
    return principal.map(it -> "user:" + it.userId().value()).orElse("ip:" + client);
  }
}
