package dev.lastseat.lambda;

/** An event that nothing here can be done with. */
final class UnknownEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownEvent(String message) {
    super(message);
  }

  UnknownEvent(String message, Exception cause) {
    super(message, cause);
  }
}
