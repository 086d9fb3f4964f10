package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.Sessions;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;

/** Shows users their sessions, and ends those that they do not want. */
public final class ManageSessions {
  private final Sessions sessions;
  private final EndedSessions ended;
  private final Clock clock;

  public ManageSessions(Sessions sessions, EndedSessions ended, Clock clock) {
    this.sessions = sessions;
    this.ended = ended;
    this.clock = clock;
  }

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
