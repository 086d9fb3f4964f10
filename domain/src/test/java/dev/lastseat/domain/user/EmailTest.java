package dev.lastseat.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "a@b.c",
        "first.last+tag@sub.example.co.uk",
        "o'brien@example.ie",
        "jürgen@müller.example",
        "x_y-z@1.2",
      })
  void an_address_is_accepted(String address) {
    assertThat(new Email(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@example.com",
        "ada@example",
        "ada@.com",
        "ada@example.",
        "ada@example..com",
        "ada@@example.com",
        "ada@exa mple.com",
        "a da@example.com",
        "ada@example.com\nBcc: all@example.com",
        "ada\0@example.com",
        "a\u00A0da@example.com",
        "ada@exam\u2007ple.com",
        "ada@exam\u200Bple.com",
        "\u200Bada@example.com",
        "ada@example.com\uFEFF",
        "ad\u202Ea@example.com",
        "ad\uFFFFa@example.com",
        "\u3164@example.com",
        "\u2800@example.com",
        "ada@exam\u00ADple.com",
        "ada@exam\uD83Dple.com",
        "<ada@example.com>",
        "ada@example.com>",
        "ada,bob@example.com",
        "ada@example.com;bob",
        "ada(away)@example.com",
        "\"ada\"@example.com",
        "ada\\@example.com",
        "all:ada@example.com",
        "ada@[127.0.0.1]",
      })
  void what_is_no_address_is_refused(String address) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Email(address))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("email"));
  }

  @Test
  void blanks_around_it_and_the_case_of_its_letters_make_no_difference() {
    for (String blank : new String[] {"", "  ", "\t\n", "\u00A0", "\u2007\u202F", "\u3000\u0085"}) {
      assertThat(new Email(blank + "Ada@Example.COM" + blank))
          .isEqualTo(new Email("ada@example.com"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"u\u0308@example.com", "\u00FC@example.com", "U\u0308@EXAMPLE.COM"})
  void an_address_is_the_same_in_every_unicode_form(String address) {
    assertThat(new Email(address).value()).isEqualTo("\u00FC@example.com");
  }

  @Test
  void letters_become_small_the_same_way_in_every_country() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(new Email("INFO@EXAMPLE.COM").value()).isEqualTo("info@example.com");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void the_local_part_may_have_64_characters_and_the_address_254() {
    String domain = "@" + "d".repeat(185) + ".com";
    assertThat(new Email("x".repeat(64) + domain).value()).hasSize(Email.MAX);
    assertRefused("x".repeat(64) + "@d" + domain.substring(1));
    assertRefused("x".repeat(65) + "@example.com");
  }

  private static void assertRefused(String address) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Email(address));
  }
}
