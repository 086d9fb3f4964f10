package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** ASVS 5.0, 6.2.4: at least the 3,000 commonest that are long enough. */
class CommonPasswordsTest {
  @Test
  void what_everybody_tries_first_is_listed_and_a_phrase_is_not() {
    for (String word : List.of("password", "12345678", "qwertyuiop", "iloveyou", "chocolate")) {
      assertThat(SecurityAdapters.commonPasswords()).accepts(word);
    }
    assertThat(SecurityAdapters.commonPasswords()).rejects("correct horse", "", "passwort 17");
  }

  @Test
  void thousands_are_listed_as_they_are_compared_and_none_that_would_be_too_short()
      throws Exception {
    try (InputStream list =
        Objects.requireNonNull(getClass().getResourceAsStream("common-passwords.txt"))) {
      List<String> words =
          new String(list.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();

      assertThat(words)
          .hasSizeGreaterThan(10_000)
          .doesNotHaveDuplicates()
          .allMatch(word -> word.length() >= 8 && word.equals(word.toLowerCase(Locale.ROOT)));
    }
  }
}
