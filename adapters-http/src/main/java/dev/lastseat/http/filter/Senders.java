package dev.lastseat.http.filter;

import dev.lastseat.application.apikey.CheckApiKey;
import dev.lastseat.application.session.CheckAccessToken;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.user.Principal;
import io.javalin.http.Context;
import java.util.Optional;

/** Tells who sends a request by its bearer token (RFC 6750): an access token, or an API key. */
public record Senders(CheckAccessToken tokens, CheckApiKey keys) {
  private static final String BEARER = "Bearer ";

  Optional<Principal> of(Context context) {
    return Optional.ofNullable(context.header("Authorization")).flatMap(this::proven);
  }

  /** Whom an Authorization header proves. */
  public Optional<Principal> proven(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? principal(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private Optional<Principal> principal(String token) {
    return token.startsWith(ApiKeyToken.PREFIX)
        ? ApiKeyToken.parse(token).flatMap(keys::handle)
        : tokens.handle(token);
  }
}
