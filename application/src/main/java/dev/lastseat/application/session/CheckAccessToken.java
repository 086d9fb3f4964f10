package dev.lastseat.application.session;

import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Says whom an access token proves, without a look at the store (docs/adr/0022). */
public record CheckAccessToken(AccessTokens tokens, EndedSessions ended) {
  /** Empty when the token proves nobody, or nobody any more. */
  public Optional<Principal> handle(String token) {
    return tokens.verify(token).filter(this::isLive);
  }

  private boolean isLive(Principal principal) {
    return !(principal.credential() instanceof Credential.Session(String id))
        || !ended.contains(id);
  }
}
