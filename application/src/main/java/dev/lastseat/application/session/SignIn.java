package dev.lastseat.application.session;

import dev.lastseat.domain.port.store.account.Sessions;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.session.RefreshToken;
import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Starts the session of a user who has proved who they are. */
public record SignIn(
    Users users,
    Sessions sessions,
    EndedSessions ended,
    Tokens tokens,
    Clock clock,
    RandomGenerator random) {
  /**
   * Starts a session, and ends it again if the account was changed since the user proved who they
   * are: whoever changes it writes that first, and ends all sessions then, so one of the two sees
   * the other.
   *
   * @param user as read before the proof, or after it with the password that was proved
   */
  public Optional<SignedIn> start(User user, Client client) {
    RefreshToken refresh = tokens.refresh();
    Session session = begin(user, client, refresh);
    if (endIfChanged(session, user)) {
      return Optional.empty();
    }
    var credential = new Credential.Session(session.id());
    return Optional.of(new SignedIn(user, tokens.access(user, credential), refresh));
  }

  /** Ends it where the user is not as they were; whether it did. */
  private boolean endIfChanged(Session session, User user) {
    boolean changed = users.find(user.id()).filter(user::hasSameAccess).isEmpty();
    if (changed) {
      ended.end(user.id(), session.id());
    }
    return changed;
  }

  /**
   * Does what {@link #start} does for a user who is not there, in the same time, with tokens that
   * look alike: but they prove nobody, and the session has ended (docs/adr/0025).
   */
  public SignedIn pretend(User nobody, Client client) {
    RefreshToken refresh = tokens.refresh();
    Session session = begin(nobody, client, refresh);
    boolean _ = endIfChanged(session, nobody);
    var credential = new Credential.Session(session.id());
    return new SignedIn(nobody, tokens.decoy(nobody, credential), refresh);
  }

  private Session begin(User user, Client client, RefreshToken refresh) {
    Instant now = clock.instant();
    Session session =
        new Session(
            Identifiers.next(now, random),
            user.id(),
            client,
            now,
            now,
            tokens.firstExpiry(now),
            tokens.sessionEnd(now));
    sessions.start(session, tokens.hash(refresh));
    return session;
  }
}
