package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.security.SigningKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every key that signs promises. */
public abstract class SigningKeyContract {
  private static final byte[] TEXT = "lastseat\n1\n".getBytes(StandardCharsets.UTF_8);

  private SigningKey key;

  protected abstract SigningKey of(String secret);

  @BeforeEach
  void make() {
    key = of("a secret that has thirty-two bytes");
  }

  @Test
  void a_key_and_its_signatures_are_as_long_as_those_of_ed25519() {
    assertThat(key.publicKey()).hasSize(32);
    assertThat(key.sign(TEXT)).hasSize(64);
  }

  @Test
  void the_same_secret_has_the_same_key_and_the_same_signatures() {
    SigningKey again = of("a secret that has thirty-two bytes");

    assertThat(again.publicKey()).isEqualTo(key.publicKey());
    assertThat(again.sign(TEXT)).isEqualTo(key.sign(TEXT)).isEqualTo(key.sign(TEXT));
    assertThat(again.verifies(TEXT, key.sign(TEXT))).isTrue();
  }

  @Test
  void another_secret_has_another_key() {
    SigningKey other = of("another secret of thirty-two bytes");

    assertThat(other.publicKey()).isNotEqualTo(key.publicKey());
    assertThat(other.verifies(TEXT, key.sign(TEXT))).isFalse();
  }

  @Test
  void a_signature_is_of_one_text() {
    byte[] other = "lastseat\n2\n".getBytes(StandardCharsets.UTF_8);

    assertThat(key.verifies(other, key.sign(TEXT))).isFalse();
  }

  @Test
  void what_is_no_signature_verifies_nothing() {
    byte[] damaged = key.sign(TEXT);
    damaged[63] ^= 1;

    assertThat(key.verifies(TEXT, damaged)).isFalse();
    assertThat(key.verifies(TEXT, new byte[64])).isFalse();
    assertThat(key.verifies(TEXT, new byte[63])).isFalse();
    assertThat(key.verifies(TEXT, new byte[0])).isFalse();
  }
}
