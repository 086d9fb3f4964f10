package dev.lastseat.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords of at least eight characters that were leaked most often, in lower case. They are
 * read, 110 kB, when the first password is chosen.
 */
final class CommonPasswords {
  private static final Set<String> LISTED = read();

  private CommonPasswords() {}

  static boolean contain(String lowerCased) {
    return LISTED.contains(lowerCased);
  }

  private static Set<String> read() {
    try (InputStream list =
        Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
