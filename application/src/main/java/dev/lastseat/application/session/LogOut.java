package dev.lastseat.application.session;

import dev.lastseat.domain.session.RefreshToken;

/**
 * Ends the session that a refresh token belongs to, with its access tokens. The token proves enough
 * (RFC 7009), so that a user whose access token has run out can log out too; an unknown one changes
 * nothing.
 */
public record LogOut(EndedSessions ended, Tokens tokens) {
  public void handle(RefreshToken token) {
    ended.end(tokens.hash(token));
  }
}
