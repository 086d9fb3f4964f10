package dev.lastseat.application.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.port.Sessions.Rotation;
import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges a refresh token for the next pair of tokens. The one used last may come again for a
 * moment, from a second tab or because the answer was lost; any other that comes again was stolen
 * from one of the two who have it, so nobody keeps a session of its family (docs/adr/0012).
 */
public final class RefreshSession {
  private static final Logger log = LoggerFactory.getLogger(RefreshSession.class);

  private final Sessions sessions;
  private final Users users;
  private final Tokens tokens;
  private final Clock clock;

  public RefreshSession(Sessions sessions, Users users, Tokens tokens, Clock clock) {
    this.sessions = sessions;
    this.users = users;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Names the log-in that the token descends from; empty when no session knows it. */
  public Optional<String> family(RefreshToken presented) {
    return sessions.family(tokens.hash(presented));
  }

  /** Empty when the token is not good, or not good any more. */
  public Optional<SignedIn> handle(RefreshToken presented) {
    Instant now = clock.instant();
    RefreshToken next = tokens.refresh();
    Rotation rotation =
        sessions.rotate(
            tokens.hash(presented), tokens.successor(next, now), now, tokens.overlapEnd(now));
    return switch (rotation) {
      case Rotation.Rotated(UserId userId, String family) ->
          users.find(userId).map(user -> signedIn(user, family, next));
      case Rotation.Refused _ -> Optional.empty();
      case Rotation.Reused(UserId userId) -> {
        log.atWarn().addKeyValue("userId", userId.value()).log("refresh token reused");
        yield Optional.empty();
      }
    };
  }

  private SignedIn signedIn(User user, String family, RefreshToken next) {
    return new SignedIn(user, tokens.access(user, new Credential.Session(family)), next);
  }
}
