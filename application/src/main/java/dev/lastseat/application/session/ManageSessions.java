package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/** Shows users their sessions, and ends those that they do not want. */
public record ManageSessions(Sessions sessions, EndedSessions ended, Tokens tokens, Clock clock) {
  /** The one used last comes first. */
  public List<Session> list(UserId user) {
    return sessions.of(user, clock.instant());
  }

  /** Whether the user had such a session. */
  public boolean end(UserId user, String session) {
    return ended.end(user, session);
  }

  /**
   * Ends the session that a refresh token belongs to, with its access tokens. The token proves
   * enough (RFC 7009), so that a user whose access token has run out can log out too; an unknown
   * one changes nothing.
   */
  public void logOut(RefreshToken token) {
    ended.end(tokens.hash(token));
  }

  public void endOthers(UserId user, String kept) {
    ended.endOthers(user, kept);
  }
}
