package dev.lastseat.domain.port;

import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.user.UserId;

/**
 * Responses by the idempotency key of their request. Forgetting one costs no safety: {@link
 * Bookings} still refuses the second booking of a key.
 */
public interface RememberedResponses {
  /** Claims the key for a request or says what is known of it, in one atomic step. */
  Begin begin(Key key, String fingerprint);

  /** The request of this key succeeded; its response is remembered. */
  void complete(Key key, Response response);

  /** The request of this key failed; the key may be used again. */
  void abandon(Key key);

  /** A user's key; two users may choose the same one. */
  record Key(UserId user, IdempotencyKey value) {}

  /**
   * A response to be given again, verbatim.
   *
   * @param location the value of its Location header
   */
  record Response(int status, String location, String body) {}

  /** What is known of a key. */
  sealed interface Begin {
    /** Nothing: the caller goes on, and completes or abandons it. */
    record New() implements Begin {}

    /** A request of this key is under way. */
    record InFlight() implements Begin {}

    record Done(Response response) implements Begin {}

    /** The key was used for a request with another fingerprint. */
    record Mismatch() implements Begin {}
  }
}
