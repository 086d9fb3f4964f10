package dev.lastseat.bootstrap.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.settings.Settings;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeysTest {
  private static final String SHARED = "the same on every instance, and long enough";

  /** Tests 1 to 3 of RFC 8032, section 7.1. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void a_seed_has_the_public_key_of_the_rfc(String seed, String publicKey) {
    byte[] encoded = SigningKeys.pair(HexFormat.of().parseHex(seed)).getPublic().getEncoded();

    assertThat(HexFormat.of().formatHex(encoded)).endsWith(publicKey);
  }

  @Test
  void a_key_that_is_set_is_used_and_instances_on_mongodb_have_the_same_without_one() {
    assertThat(origin(Map.of("AUDIT_KEY", "a secret that has thirty-two bytes")))
        .isEqualTo("lastseat/42830b14ed512598");
    assertThat(origin(Map.of()))
        .isEqualTo(origin(Map.of()))
        .isNotEqualTo("lastseat/42830b14ed512598");
  }

  private static String origin(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("MONGODB_URI", "mongodb://db");
    variables.put("JWT_SECRET", SHARED);
    variables.put("JWT_REFRESH_SECRET", SHARED);
    Secrets secrets = Secrets.of(Settings.from(variables), new SplittableRandom(1));
    return SigningKeys.ofAudit(secrets).verifier().name();
  }
}
