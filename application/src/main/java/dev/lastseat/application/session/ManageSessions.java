package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/** Shows users their sessions, and ends those that they do not want. */
public record ManageSessions(Sessions sessions, EndedSessions ended, Clock clock) {
  /** The one used last comes first. */
  public List<Session> list(UserId user) {
    return sessions.of(user, clock.instant());
  }

  /** Whether the user had such a session. */
  public boolean end(UserId user, String session) {
    return ended.end(user, session);
  }

  public void endOthers(UserId user, String kept) {
    ended.endOthers(user, kept);
  }
}
