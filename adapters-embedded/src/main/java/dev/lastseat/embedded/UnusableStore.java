package dev.lastseat.embedded;

import java.nio.file.Path;

/**
 * The data folder or the file in it cannot be used; the message names it and says why. Nothing was
 * changed.
 */
public final class UnusableStore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableStore(Path what, String why) {
    super(what + " " + why);
  }

  UnusableStore(Path what, String why, Throwable cause) {
    super(what + " " + why, cause);
  }
}
