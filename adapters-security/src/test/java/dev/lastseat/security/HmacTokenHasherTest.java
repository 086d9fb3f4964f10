package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.contract.TokenHasherContract;
import dev.lastseat.domain.port.TokenHasher;
import dev.lastseat.domain.user.RefreshToken;
import org.junit.jupiter.api.Test;

class HmacTokenHasherTest extends TokenHasherContract {
  @Override
  protected TokenHasher open() {
    return SecurityAdapters.tokenHasher("a secret of thirty-two bytes, or more");
  }

  @Test
  void another_secret_makes_another_fingerprint() {
    RefreshToken token = new RefreshToken("the same token");
    assertThat(SecurityAdapters.tokenHasher("another secret of thirty-two bytes").hash(token))
        .isNotEqualTo(open().hash(token));
  }
}
