package dev.lastseat.application.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.RefreshToken;

/**
 * Ends the session that a refresh token belongs to. The token proves enough (RFC 7009), so that a
 * user whose access token has run out can log out too; an unknown one changes nothing.
 */
public final class LogOut {
  private final Sessions sessions;
  private final Tokens tokens;

  public LogOut(Sessions sessions, Tokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  public void handle(RefreshToken token) {
    sessions.end(tokens.hash(token));
  }
}
