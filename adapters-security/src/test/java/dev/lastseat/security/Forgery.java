package dev.lastseat.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.lastseat.domain.fixture.TickingClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token in the making that is good, but for what a test changes. */
record Forgery(Map<String, @Nullable Object> claims) {
  static final String SECRET = "the secret that signs tokens, of more than 32 bytes";
  static final String OTHER_SECRET = "some other secret, which is just as long as the first";

  static Forgery ofGoodToken() {
    Instant now = TickingClock.START;
    return new Forgery(
        Map.of(
            "iss", "lastseat",
            "aud", "lastseat-api",
            "typ", "access",
            "sub", "ada",
            "role", "admin",
            "sid", "session-of-ada",
            "jti", "1",
            "iat", now.getEpochSecond(),
            "exp", now.plusSeconds(900).getEpochSecond()));
  }

  Forgery with(String claim, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new HashMap<>(claims);
    changed.put(claim, value);
    return new Forgery(changed);
  }

  Forgery withNull(String claim) {
    return with(claim, null);
  }

  Forgery without(String claim) {
    Map<String, @Nullable Object> changed = new HashMap<>(claims);
    changed.remove(claim);
    return new Forgery(changed);
  }

  String signed() {
    return signed(Algorithm.HMAC256(SECRET));
  }

  String signed(Algorithm algorithm) {
    return JWT.create().withPayload(claims).sign(algorithm);
  }

  /** The payload under a header of one's own, with whatever signature. */
  String under(String header, String signature) {
    String payload = signed().split("\\.", -1)[1];
    return base64(header) + "." + payload + "." + signature;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
