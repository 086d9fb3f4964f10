package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.account.Sessions;
import java.time.Clock;
import java.time.Duration;

/**
 * Sweeps out sessions that nobody can continue any more.
 *
 * @param accessTtl how long an access token may be used when its session has expired
 */
public record ForgetExpiredSessions(Sessions sessions, Clock clock, Duration accessTtl) {
  public void handle() {
    sessions.forgetExpired(clock.instant().minus(accessTtl));
  }
}
