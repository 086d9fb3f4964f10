package dev.lastseat.domain.port;

/**
 * A store cannot be used at all, as nobody can mend while the program runs; the message names the
 * store, without any password, and says why.
 */
public final class UnusableStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code what} such as the path of a file, or an address. */
  public UnusableStore(Object what, String why) {
    super(what + " " + why);
  }

  public UnusableStore(Object what, String why, Throwable cause) {
    super(what + " " + why, cause);
  }
}
