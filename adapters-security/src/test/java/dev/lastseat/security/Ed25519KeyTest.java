package dev.lastseat.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.audit.Checkpoint;
import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.audit.SignedCheckpoint;
import dev.lastseat.domain.audit.VerifierKey;
import dev.lastseat.domain.contract.SigningKeyContract;
import dev.lastseat.domain.port.security.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519KeyTest extends SigningKeyContract {
  private static final HexFormat HEX = HexFormat.of();

  @Override
  protected SigningKey of(String secret) {
    return key(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of what RFC 8032, section 5.1.5, calls the private key. */
  private static SigningKey key(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(
          255,
          new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
              System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
          });
      return SecurityAdapters.signingKey(generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Tests 1 to 3 of RFC 8032, section 7.1. */
  @ParameterizedTest
  @CsvSource({
    """
    9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,\
    d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,\
    '',\
    e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b\
    """,
    """
    4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,\
    3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,\
    72,\
    92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00\
    """,
    """
    c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,\
    fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,\
    af82,\
    6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a\
    """
  })
  void keys_and_signatures_are_those_of_the_rfc(
      String seed, String publicKey, String text, String signature) {
    SigningKey key = key(HEX.parseHex(seed));

    assertThat(key.publicKey()).isEqualTo(HEX.parseHex(publicKey));
    assertThat(key.sign(HEX.parseHex(text))).isEqualTo(HEX.parseHex(signature));
  }

  /** Made with {@code golang.org/x/mod/sumdb/note} 0.43.0 of the same secret. */
  @Test
  void a_checkpoint_is_signed_as_go_signs_it() {
    SigningKey key = of("a secret that has thirty-two bytes");
    VerifierKey verifier = VerifierKey.of(key.publicKey(), SecurityAdapters.sha256());
    Checkpoint checkpoint =
        new Checkpoint(
            verifier.name(), 70_000, Hash.ofBase64("Gkzfy2Y3SgwNy+9JrL1JdtE+6GT7PLJB/JQ8rQTwL34="));

    assertThat(verifier.text())
        .isEqualTo(
            "lastseat/42830b14ed512598+17653acc+AenVHaOznNBcEVQhE0KJuD49I/nMR7dDwTEY49rPjTJj");
    assertThat(SignedCheckpoint.by(verifier, checkpoint, key.sign(checkpoint.bytes())).note())
        .isEqualTo(
            """
            lastseat/42830b14ed512598
            70000
            Gkzfy2Y3SgwNy+9JrL1JdtE+6GT7PLJB/JQ8rQTwL34=

            — lastseat/42830b14ed512598 F2U6zKTOaV/McNtXOd3m58B/6G5WjGc7oUhwjKlt5gLZe/jfqh9GIi6QPJnTVGRhZV+Nm8hHtZG7544eQilMsIdgzw8=
            """);
  }
}
