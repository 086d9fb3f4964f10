package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A provider that signs by the official library. */
@Timeout(120)
class PaymentEventTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path data;

  @Test
  void what_a_provider_tells_of_all_at_once_sells_once_and_gives_no_more_back_than_was_taken() {
    try (Lastseat lastseat = Programs.start(settings());
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      Caller ada = office.customers(1).getFirst();
      Answer held = office.book(ada, office.event(10, 10), 2, true, UUID.randomUUID().toString());
      String booking = held.data().path("id").asText();

      Storm.of(
          50,
          i ->
              assertThat(i % 5 == 0 ? captured(office, i, booking) : refunded(office, i))
                  .extracting(Answer::status)
                  .isEqualTo(204));
      JsonNode payment = await(office, it -> it.has("pays") && it.path("refunded").asInt() == 48);
      assertThat(payment.path("pays").asText()).isEqualTo("booking:" + booking);
      assertThat(office.api.get("/bookings/" + booking, ada).data().path("status").asText())
          .isEqualTo("confirmed");
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("PAYMENT_SECRETS", "other=whsec_%s, bank=%s".formatted("A".repeat(32), SECRET));
    return settings;
  }

  private static Answer captured(BoxOffice office, int i, String booking) {
    return tell(
        office,
        "evt_" + i % 10,
        """
        {"type":"payment.captured",
         "data":{"reference":"one","amount":50.00,"currency":"EUR","purchase":"booking:%s"}}\
        """
            .formatted(booking));
  }

  private static Answer refunded(BoxOffice office, int i) {
    return tell(
        office,
        "evt_" + i,
        """
        {"type":"payment.refunded",
         "data":{"reference":"one","refund":"re_%d","amount":6,"currency":"EUR"}}\
        """
            .formatted(i));
  }

  private static Answer tell(BoxOffice office, String id, String body) {
    long now = Instant.now().getEpochSecond();
    try {
      String signature = new Webhook(SECRET).sign(id, now, body);
      return office.api.post(
          "/payments/events",
          Caller.NOBODY,
          body,
          "webhook-id",
          id,
          "webhook-timestamp",
          "" + now,
          "webhook-signature",
          signature);
    } catch (WebhookSigningException failed) {
      throw new AssertionError(failed);
    }
  }

  /** The payment, once it is as it is to be. */
  private static JsonNode await(BoxOffice office, Predicate<JsonNode> wanted) {
    Instant end = Instant.now().plusSeconds(60);
    JsonNode payment;
    do {
      payment = office.api.get("/payments", office.admin).data().path(0);
      assertThat(Instant.now()).as(payment.toString()).isBefore(end);
    } while (!wanted.test(payment));
    return payment;
  }
}
