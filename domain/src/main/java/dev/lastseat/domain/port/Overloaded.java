package dev.lastseat.domain.port;

/**
 * Too many others wait for the same work; nothing has happened, and trying again later may help.
 */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Overloaded(String message) {
    super(message);
  }
}
