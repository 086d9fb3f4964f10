package dev.lastseat.domain.port;

/**
 * The store could not do its work now: it is away, too slow, or has no room, or too many wait. What
 * was asked for may or may not have happened; asking again later with the same idempotency key
 * finds out.
 */
public class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
