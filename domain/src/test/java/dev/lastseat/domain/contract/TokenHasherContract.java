package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.security.TokenHasher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every hasher of secrets promises. */
public abstract class TokenHasherContract {
  private static final String TOKEN = "abcdefabcdef0123";

  private TokenHasher hasher;

  protected abstract TokenHasher open();

  @BeforeEach
  void openHasher() {
    hasher = open();
  }

  @Test
  void the_same_token_has_always_the_same_fingerprint() {
    assertThat(hasher.hash(TOKEN)).isEqualTo(hasher.hash(TOKEN));
    assertThat(hasher.hash(TOKEN)).isEqualTo(open().hash(TOKEN));
  }

  @Test
  void another_token_has_another_fingerprint() {
    assertThat(hasher.hash("abcdefabcdef0124")).isNotEqualTo(hasher.hash(TOKEN));
    assertThat(hasher.hash("ABCDEFABCDEF0123")).isNotEqualTo(hasher.hash(TOKEN));
  }

  @Test
  void a_fingerprint_is_lower_case_hexadecimal_and_does_not_show_the_token() {
    assertThat(hasher.hash(TOKEN).value()).matches("[0-9a-f]{64,}").doesNotContain(TOKEN);
  }

  @Test
  void any_text_that_can_be_a_token_has_a_fingerprint() {
    assertThat(hasher.hash("🎟 é \0").value()).matches("[0-9a-f]+");
  }
}
