package dev.lastseat.application.user;

import dev.lastseat.domain.port.Sessions;
import java.time.Clock;

/** Sweeps out sessions that nobody can continue any more. */
public final class ForgetExpiredSessions {
  private final Sessions sessions;
  private final Clock clock;

  public ForgetExpiredSessions(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  public void handle() {
    sessions.forgetExpired(clock.instant());
  }
}
