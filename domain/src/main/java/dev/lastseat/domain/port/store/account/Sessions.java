package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.session.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All sessions: the refresh tokens that were handed out, and which of them were used (rotation with
 * reuse detection as in RFC 9700, section 4.14.2, and an overlap; see docs/adr/0012).
 *
 * <p>A session that was ended is kept, as ended, until it would have expired, so that whoever did
 * not end it can learn of it (docs/adr/0022); but where it came from is forgotten. An exchange and
 * an end that meet are one after the other: no token of a session can be exchanged once it has
 * ended.
 */
public interface Sessions {
  /** Begins the session with its first refresh token, which expires when the session does. */
  void start(Session session, TokenHash token);

  /**
   * Exchanges a token for another one of its session, in one atomic step.
   *
   * <p>A token that was used may come again before its overlap has ended, unless one of those it
   * was exchanged for has been used. Any other token that comes again ends its session. So two
   * exchanges of one token at once both succeed, and the two who made them never disturb each other
   * afterwards.
   *
   * @param overlapEnd until when the token may come again, if this is its first exchange
   */
  Rotation rotate(TokenHash presented, Successor successor, Instant now, Instant overlapEnd);

  /** Names the session of a token, as long as that has not ended. */
  Optional<String> session(TokenHash token);

  /**
   * The sessions of the user that have neither ended nor expired; the one used last comes first.
   */
  List<Session> of(UserId user, Instant now);

  /** Ends the session of the token, if it has one that has not ended, and names it. */
  Optional<String> end(TokenHash token, Instant now);

  /** Ends the session if it is one of the user's that has not ended, and says whether it was. */
  boolean end(UserId user, String session, Instant now);

  /** Ends every session of the user, and names those that had not ended. */
  List<String> endAll(UserId user, Instant now);

  /** Ends every session of the user but one, and names those that had not ended. */
  List<String> endOthers(UserId user, String kept, Instant now);

  /** Names the sessions that were ended at that instant or later, by whomever. */
  List<String> endedSince(Instant since);

  /**
   * Forgets sessions and tokens that expired before {@code now}, ended or not, once what happened
   * to them is in the log of facts.
   */
  void forgetExpired(Instant now);

  /**
   * The token that another one is exchanged for.
   *
   * @param expiresAt when it and its session end unless it is used before; at the end of the
   *     session if that is earlier
   */
  record Successor(TokenHash token, Instant expiresAt) {
    /** When it ends in a session that ends then. */
    public Instant expiresWithin(Instant endsAt) {
      return expiresAt.isBefore(endsAt) ? expiresAt : endsAt;
    }
  }

  /** What became of an exchange. */
  sealed interface Rotation {
    record Rotated(UserId userId, String session) implements Rotation {}

    /** The token is unknown, expired or of a session that was ended. */
    record Refused() implements Rotation {}

    /** The token had been used before; its whole session is ended now. */
    record Reused(UserId userId, String session) implements Rotation {}
  }
}
