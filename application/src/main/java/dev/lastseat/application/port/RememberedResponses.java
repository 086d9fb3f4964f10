package dev.lastseat.application.port;

import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.user.UserId;

/**
 * Responses by the idempotency key of their request. Forgetting one costs no safety: {@link
 * Bookings} still refuses the second booking of a key.
 *
 * <p>A request may take longer than its key is held for it, and end when the key is another's. The
 * fingerprint tells them apart; those of one fingerprint may end each other, for they ask for the
 * same, and get the same.
 */
public interface RememberedResponses {
  /** Claims the key for a request or says what is known of it, in one atomic step. */
  Begin begin(Key key, String fingerprint);

  /** The request succeeded; its response is remembered, if the key is still held for it. */
  void complete(Key key, String fingerprint, Response response);

  /** The request failed; the key may be used again, if it is still held for it. */
  void abandon(Key key, String fingerprint);

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
