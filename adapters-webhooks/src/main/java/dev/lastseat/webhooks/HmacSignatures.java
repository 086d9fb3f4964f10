package dev.lastseat.webhooks;

import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by the JDK. */
final class HmacSignatures implements WebhookSignatures {
  private static final String ALGORITHM = "HmacSHA256";

  @Override
  public String sign(WebhookSecret secret, String id, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }

  @Override
  public boolean verifies(
      WebhookSecret secret, String id, Instant at, byte[] body, String signatures) {
    byte[] good = sign(secret, id, at, body).getBytes(StandardCharsets.UTF_8);
    return Arrays.stream(signatures.split(" "))
        .anyMatch(it -> MessageDigest.isEqual(good, it.getBytes(StandardCharsets.UTF_8)));
  }
}
