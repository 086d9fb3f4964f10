package dev.lastseat.domain.port;

import dev.lastseat.domain.user.AccessToken;
import dev.lastseat.domain.user.Principal;
import java.util.Optional;

/** Signs access tokens and reads them back. */
public interface AccessTokens {
  AccessToken issue(Principal principal);

  /** Who the token proves; empty when it is forged, expired, or no access token at all. */
  Optional<Principal> verify(String token);
}
