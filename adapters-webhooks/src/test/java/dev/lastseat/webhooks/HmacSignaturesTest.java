package dev.lastseat.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.lastseat.domain.contract.WebhookSignaturesContract;
import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HmacSignaturesTest extends WebhookSignaturesContract {
  @Override
  protected WebhookSignatures open() {
    return new HmacSignatures();
  }

  @Test
  void what_the_library_of_others_signs_is_good() throws WebhookSigningException {
    WebhookSecret secret = WebhookSecret.random(new Random(7));
    String body = "{\"amount\": 12.50, \"for\": \"Café\"}";
    String signed = new Webhook(secret.value()).sign("msg_1", 1_700_000_000L, body);

    assertThat(
            new HmacSignatures()
                .verifies(
                    secret,
                    "msg_1",
                    Instant.ofEpochSecond(1_700_000_000L),
                    body.getBytes(StandardCharsets.UTF_8),
                    signed))
        .isTrue();
  }
}
