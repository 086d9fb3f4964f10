package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Signs with a hash of the secret and the message. */
public final class FakeWebhookSignatures implements WebhookSignatures {
  @Override
  public String sign(WebhookSecret secret, String id, Instant at, byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    byte[] signed =
        "%s %s.%d.%s"
            .formatted(secret.value(), id, at.getEpochSecond(), text)
            .getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(Sha256.of(signed));
  }

  @Override
  public boolean verifies(
      WebhookSecret secret, String id, Instant at, byte[] body, String signatures) {
    return List.of(signatures.split(" ")).contains(sign(secret, id, at, body));
  }
}
