package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends sessions, and knows which were ended lately, so that their access tokens prove nothing any
 * more: at once those that were ended here, and within a second those that another instance ended
 * (docs/adr/0022). No request asks the store for it.
 */
public final class EndedSessions {
  /** Between the clocks of two instances, and between an end and its being written. */
  private static final Duration MARGIN = Duration.ofMinutes(3);

  private final Sessions sessions;
  private final Clock clock;
  private final Duration remembered;

  /** Until when each is remembered; a map that was published is not changed any more. */
  private volatile Map<String, Instant> ended = Map.of();

  private volatile Instant lookedFrom;

  /** {@code accessTtl} is how long the access token of a session may be used. */
  public EndedSessions(Sessions sessions, Clock clock, Duration accessTtl) {
    this.sessions = sessions;
    this.clock = clock;
    this.remembered = accessTtl.plus(MARGIN);
    this.lookedFrom = clock.instant().minus(remembered);
  }

  /** Whether the session was ended and may still have access tokens that have not run out. */
  public boolean contains(String session) {
    return ended.containsKey(session);
  }

  /**
   * Looks for those that were ended elsewhere; for all once more when the clock was put back, for
   * tokens that had run out are good again then.
   */
  public void refresh() {
    Instant now = clock.instant();
    remember(sessions.endedSince(now.isBefore(lookedFrom) ? now.minus(remembered) : lookedFrom));
    lookedFrom = now.minus(MARGIN);
    forget(now);
  }

  void end(TokenHash token) {
    Optional<String> session = sessions.end(token, clock.instant());
    remember(session.stream().toList());
  }

  boolean end(UserId user, String session) {
    boolean found = sessions.end(user, session, clock.instant());
    if (found) {
      remember(List.of(session));
    }
    return found;
  }

  public void endAll(UserId user) {
    remember(sessions.endAll(user, clock.instant()));
  }

  public void endOthers(UserId user, String kept) {
    remember(sessions.endOthers(user, kept, clock.instant()));
  }

  /**
   * Sweeps out sessions that nobody can continue any more, with access tokens that have run out on
   * every instance.
   */
  public void forgetExpired() {
    sessions.forgetExpired(clock.instant().minus(remembered));
  }

  /** Of sessions that have ended already. */
  synchronized void remember(Collection<String> names) {
    if (!ended.keySet().containsAll(names)) {
      Instant until = clock.instant().plus(remembered);
      Map<String, Instant> more = new HashMap<>(ended);
      names.forEach(name -> more.putIfAbsent(name, until));
      ended = more;
    }
  }

  private synchronized void forget(Instant now) {
    if (!ended.values().stream().allMatch(now::isBefore)) {
      Map<String, Instant> fewer = new HashMap<>(ended);
      fewer.values().removeIf(until -> !now.isBefore(until));
      ended = fewer;
    }
  }
}
