package dev.lastseat.domain.port.security;

import dev.lastseat.domain.session.AccessToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/** Signs access tokens and reads them back. */
public interface AccessTokens {
  AccessToken issue(UserId user, Role role, Credential.Session session);

  /** A token that nobody can tell from those that are issued, and that proves nobody. */
  AccessToken decoy(UserId user, Role role, Credential.Session session);

  /** Who the token proves; empty when it is forged, expired, or no access token at all. */
  Optional<Principal> verify(String token);
}
