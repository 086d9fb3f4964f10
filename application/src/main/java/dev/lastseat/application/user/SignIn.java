package dev.lastseat.application.user;

import dev.lastseat.domain.port.Sessions;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.RefreshToken;
import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Starts the session of a user who has proved who they are. */
public final class SignIn {
  private final Sessions sessions;
  private final Tokens tokens;
  private final Clock clock;
  private final RandomGenerator random;

  public SignIn(Sessions sessions, Tokens tokens, Clock clock, RandomGenerator random) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
    this.random = random;
  }

  public SignedIn start(User user) {
    Instant now = clock.instant();
    RefreshToken refresh = tokens.refresh();
    var session = new Credential.Session(Identifiers.next(now, random));
    sessions.start(
        new Session(tokens.hash(refresh), session.id(), user.id(), tokens.refreshExpiry(now)));
    return new SignedIn(user, tokens.access(user, session), refresh);
  }
}
