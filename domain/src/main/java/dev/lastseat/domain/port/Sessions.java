package dev.lastseat.domain.port;

import dev.lastseat.domain.user.Session;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * All sessions: the refresh tokens that were handed out, and which of them were used (rotation with
 * reuse detection as in RFC 9700, section 4.14.2).
 */
public interface Sessions {
  void start(Session session);

  /**
   * Exchanges a token for the next one of its family, in one atomic step: of two exchanges of one
   * token exactly one is answered {@link Rotation.Rotated}, and the other ends the family.
   *
   * @param expiresAt when the next token expires
   */
  Rotation rotate(TokenHash presented, TokenHash next, Instant now, Instant expiresAt);

  /** Whose a token is, used or not, as long as its family has not ended. */
  Optional<UserId> owner(TokenHash token);

  /** Ends the family of the token, if it is known and belongs to the user. */
  void end(TokenHash token, UserId user);

  /** Forgets sessions that expired before {@code now}. */
  void forgetExpired(Instant now);

  /** What became of an exchange. */
  sealed interface Rotation {
    record Rotated(UserId userId) implements Rotation {}

    /** The token is unknown, expired or of a family that was ended. */
    record Refused() implements Rotation {}

    /** The token had been used before; its whole family is ended now. */
    record Reused(UserId userId) implements Rotation {}
  }
}
