package dev.lastseat.application.session;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Sessions.Rotation;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges a refresh token for the next pair of tokens. The one used last may come again for a
 * moment, from a second tab or because the answer was lost; any other that comes again was stolen
 * from one of the two who have it, so nobody keeps the session (docs/adr/0012).
 */
public record RefreshSession(
    Sessions sessions,
    Users users,
    EndedSessions ended,
    Tokens tokens,
    MailQueue mails,
    Clock clock) {
  private static final Logger log = LoggerFactory.getLogger("dev.lastseat.security");

  /** Names the session of the token; empty when there is none. */
  public Optional<String> session(RefreshToken presented) {
    return sessions.session(tokens.hash(presented));
  }

  /** Empty when the token is not good, or not good any more. */
  public Optional<SignedIn> handle(RefreshToken presented) {
    Instant now = clock.instant();
    RefreshToken next = tokens.refresh();
    Rotation rotation =
        sessions.rotate(
            tokens.hash(presented), tokens.successor(next, now), now, tokens.overlapEnd(now));
    return switch (rotation) {
      case Rotation.Rotated(UserId userId, String session) ->
          users.find(userId).map(user -> signedIn(user, session, next));
      case Rotation.Refused _ -> Optional.empty();
      case Rotation.Reused(UserId userId, String session) -> {
        ended.remember(List.of(session));
        mails.add(Letter.Kind.SESSION_REUSED, userId.value(), session);
        log.atWarn().addKeyValue("userId", userId.value()).log("refresh token reused");
        yield Optional.empty();
      }
    };
  }

  private SignedIn signedIn(User user, String session, RefreshToken next) {
    return new SignedIn(user, tokens.access(user, new Credential.Session(session)), next);
  }
}
