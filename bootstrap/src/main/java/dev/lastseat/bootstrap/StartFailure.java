package dev.lastseat.bootstrap;

/** Lastseat cannot start; the message is for whoever started it. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message);
  }

  StartFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** For the reason that the cause gives. */
  StartFailure(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
