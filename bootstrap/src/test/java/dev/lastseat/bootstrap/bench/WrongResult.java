package dev.lastseat.bootstrap.bench;

/** An answer that must not be, or counts that do not add up. Slowness is none. */
final class WrongResult extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongResult(String message) {
    super(message);
  }
}
