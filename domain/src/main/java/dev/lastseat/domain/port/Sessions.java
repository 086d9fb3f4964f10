package dev.lastseat.domain.port;

import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * All sessions: the refresh tokens that were handed out, and which of them were used (rotation with
 * reuse detection as in RFC 9700, section 4.14.2, and an overlap; see docs/adr/0012).
 */
public interface Sessions {
  void start(Session session);

  /**
   * Exchanges a token for another one of its family, in one atomic step.
   *
   * <p>A token that was used may come again before its overlap has ended, unless one of those it
   * was exchanged for has been used. Any other token that comes again ends its family. So two
   * exchanges of one token at once both succeed, and the two who made them never disturb each other
   * afterwards.
   *
   * @param overlapEnd until when the token may come again, if this is its first exchange
   */
  Rotation rotate(TokenHash presented, Successor successor, Instant now, Instant overlapEnd);

  /** Names the log-in that a token descends from, as long as its family has not ended. */
  Optional<String> family(TokenHash token);

  /** Ends the family of the token, if it is known. */
  void end(TokenHash token);

  /** Forgets sessions that expired before {@code now}. */
  void forgetExpired(Instant now);

  /** The token that another one is exchanged for. */
  record Successor(TokenHash token, Instant expiresAt) {}

  /** What became of an exchange. */
  sealed interface Rotation {
    record Rotated(UserId userId, String family) implements Rotation {}

    /** The token is unknown, expired or of a family that was ended. */
    record Refused() implements Rotation {}

    /** The token had been used before; its whole family is ended now. */
    record Reused(UserId userId) implements Rotation {}
  }
}
