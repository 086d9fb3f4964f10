package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.security.WebhookSignatures;
import dev.lastseat.domain.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What whoever signs messages and tells who signed one promises. */
public abstract class WebhookSignaturesContract {
  private static final WebhookSecret SECRET = WebhookSecret.random(new Random(1));
  private static final WebhookSecret OTHER = WebhookSecret.random(new Random(2));
  private static final Instant AT = TickingClock.START;
  private static final byte[] BODY = "{\"é\": 1}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignatures signatures = open();

  protected abstract WebhookSignatures open();

  private boolean isGood(WebhookSecret secret, String id, Instant at, byte[] body) {
    return signatures.verifies(secret, id, at, body, signatures.sign(SECRET, "msg_1", AT, BODY));
  }

  @Test
  void a_signature_is_of_one_secret_and_one_message_to_the_last_bit() {
    assertThat(isGood(SECRET, "msg_1", AT, BODY)).isTrue();
    assertThat(isGood(OTHER, "msg_1", AT, BODY)).isFalse();
    assertThat(isGood(SECRET, "msg_2", AT, BODY)).isFalse();
    assertThat(isGood(SECRET, "msg_1", AT.plusSeconds(1), BODY)).isFalse();
    for (int bit = 0; bit < 8 * BODY.length; bit++) {
      byte[] changed = BODY.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(isGood(SECRET, "msg_1", AT, changed)).isFalse();
    }
  }

  @Test
  void one_good_signature_among_several_is_enough() {
    String good = signatures.sign(SECRET, "msg_1", AT, BODY);
    String bad = signatures.sign(OTHER, "msg_1", AT, BODY);

    assertThat(signatures.verifies(SECRET, "msg_1", AT, BODY, bad + " v1a,AA== " + good)).isTrue();
    assertThat(signatures.verifies(SECRET, "msg_1", AT, BODY, bad + " v1a,AA==")).isFalse();
  }

  @Test
  void what_is_no_signature_is_of_nobody() {
    String good = signatures.sign(SECRET, "msg_1", AT, BODY);

    assertThat(good).startsWith("v1,");
    for (String none : new String[] {"", " ", "v1,", "v1", good.substring(3), good + "A", "v2,é"}) {
      assertThat(signatures.verifies(SECRET, "msg_1", AT, BODY, none)).as(none).isFalse();
    }
  }
}
