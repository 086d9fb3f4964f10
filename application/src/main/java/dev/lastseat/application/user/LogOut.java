package dev.lastseat.application.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.domain.user.UserId;

/**
 * Ends the session that a refresh token belongs to; a token of somebody else, or of nobody, changes
 * nothing.
 */
public final class LogOut {
  private final Sessions sessions;
  private final Tokens tokens;

  public LogOut(Sessions sessions, Tokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  public void handle(RefreshToken token, UserId user) {
    sessions.end(tokens.hash(token), user);
  }
}
