package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.TokenHasherContract;
import dev.lastseat.domain.port.security.TokenHasher;
import org.junit.jupiter.api.Test;

class HmacTokenHasherTest extends TokenHasherContract {
  @Override
  protected TokenHasher open() {
    return SecurityAdapters.tokenHasher("a secret that has thirty-two bytes");
  }

  /** The second example of RFC 4231, section 4.3. */
  @Test
  void the_fingerprint_is_the_hmac_sha_256_of_the_token() {
    TokenHasher hasher = SecurityAdapters.tokenHasher("Jefe");

    assertThat(hasher.hash("what do ya want for nothing?").value())
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void under_another_secret_a_token_has_another_fingerprint() {
    assertThat(SecurityAdapters.tokenHasher("another secret").hash("abcdef"))
        .isNotEqualTo(open().hash("abcdef"));
  }
}
