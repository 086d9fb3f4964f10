package dev.lastseat.bootstrap.settings;

import java.util.List;

/** Settings that cannot be used; the message has a line for each. */
public final class BadSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSettings(List<String> problems) {
    super(String.join("\n", problems));
  }
}
