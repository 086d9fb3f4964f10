package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.Sessions;
import java.time.Clock;
import java.time.Duration;

/** Sweeps out sessions that nobody can continue any more. */
public final class ForgetExpiredSessions {
  private final Sessions sessions;
  private final Clock clock;
  private final Duration accessTtl;

  /** {@code accessTtl} is how long an access token may be used when its session has expired. */
  public ForgetExpiredSessions(Sessions sessions, Clock clock, Duration accessTtl) {
    this.sessions = sessions;
    this.clock = clock;
    this.accessTtl = accessTtl;
  }

  public void handle() {
    sessions.forgetExpired(clock.instant().minus(accessTtl));
  }
}
