package dev.lastseat.http.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.application.payment.ProviderSecret;
import dev.lastseat.application.payment.ReceivePaymentEvent;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.payment.Payment;
import dev.lastseat.domain.payment.PaymentId;
import dev.lastseat.domain.payment.PaymentStatus;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.http.Call;
import dev.lastseat.http.House;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestBodies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentEventsTest extends ServerTest {
  private static final String CAPTURED =
      "{'type':'payment.captured','timestamp':'2026-06-01T12:00:00Z',"
          + "'data':{'reference':'pi_1','amount':25,'currency':'EUR'}}";

  private final ReceivePaymentEvent worker = house.paymentEvents();

  private Reply send(ProviderSecret by, String id, Instant at, String json) {
    String body = json.replace('\'', '"');
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String signature = house.signatures.sign(by.secret(), id, at, bytes);
    return signed(id, at, "v1,b3RoZXI= " + signature).send("POST", "application/json", body);
  }

  private Call signed(String id, Instant at, String signature) {
    return api("/payments/events")
        .with("webhook-id", id)
        .with("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .with("webhook-signature", signature);
  }

  private Reply tell(String id, String json) {
    return send(House.STRIPE, id, house.clock.instant(), json);
  }

  private List<ClaimedJob> kept() {
    Instant now = house.clock.instant();
    return house.jobs.claim(
        worker.kind(), 100, now, new Jobs.Lease("test", now.plus(Duration.ofMinutes(1))));
  }

  /** Does what was kept, and answers how much that was. */
  private int work() {
    List<ClaimedJob> kept = kept();
    for (ClaimedJob each : kept) {
      worker.handle(each.job());
      house.jobs.finish(each, house.clock.instant());
    }
    return kept.size();
  }

  private Payment payment(String provider, String reference) {
    return house.payments.find(new PaymentId(provider, reference)).orElseThrow();
  }

  private String held() {
    Event event =
        add(AnEvent.published("event-1").terms(Terms.USUAL.confirmedBy(ConfirmedBy.SERVER)));
    return book(token("anna"), "{'eventId':'%s','hold':true}".formatted(event.id().value()))
        .is(201)
        .text("/id");
  }

  @Test
  void what_a_provider_says_was_paid_is_sold_and_told_again_nothing_is_done_twice() {
    String hold = held();
    String paid = CAPTURED.replace("'EUR'", "'EUR','purchase':'booking:%s'".formatted(hold));

    tell("evt_1", paid).is(204);
    tell("evt_1", paid).is(204);
    assertThat(work()).isEqualTo(1);
    assertThat(payment("stripe", "pi_1").status()).isEqualTo(PaymentStatus.PAID);
    assertThat(api("/bookings/" + hold).as(admin()).get().is(200).text("/status"))
        .isEqualTo("confirmed");

    Payment known = payment("stripe", "pi_1");
    tell("evt_1", paid).is(204);
    tell("evt_2", paid).is(204);
    assertThat(work()).isEqualTo(1);
    assertThat(payment("stripe", "pi_1")).isEqualTo(known);
  }

  @Test
  void money_for_nobody_knows_what_is_kept_and_listed_until_somebody_says_it() {
    tell(
            "evt_1",
            "{'type':'payment.refunded','data':{'reference':'pi_1','refund':'re_1',"
                + "'amount':1,'currency':'EUR'}}")
        .is(204);
    tell("evt_2", CAPTURED).is(204);
    work();
    assertThat(api("/payments?status=unmatched").as(admin()).get().is(200).text("/0/reference"))
        .isEqualTo("pi_1");

    String hold = held();
    tell("evt_3", CAPTURED.replace("'EUR'", "'EUR','purchase':'booking:%s'".formatted(hold)))
        .is(204);
    work();
    assertThat(payment("stripe", "pi_1").status()).isEqualTo(PaymentStatus.PAID);
    assertThat(payment("stripe", "pi_1").refunds().text()).isEqualTo("re_1=100 EUR");
  }

  @Test
  void whoever_names_another_purchase_later_is_not_believed_and_the_event_is_a_dead_job() {
    String hold = held();
    tell("evt_1", CAPTURED.replace("'EUR'", "'EUR','purchase':'booking:" + hold + "'")).is(204);
    work();
    tell("evt_2", CAPTURED.replace("'EUR'", "'EUR','purchase':'booking:another'")).is(204);

    assertThat(worker.handle(kept().getFirst().job())).isInstanceOf(Result.Hopeless.class);
    assertThat(payment("stripe", "pi_1").status()).isEqualTo(PaymentStatus.PAID);
    assertThat(payment("stripe", "pi_1").pays().orElseThrow().text()).isEqualTo("booking:" + hold);
  }

  @Test
  void a_provider_tells_of_its_own_payments_by_either_of_its_secrets() {
    Instant now = house.clock.instant();
    send(House.NEW_STRIPE, "evt_1", now, CAPTURED).is(204);
    send(House.MOLLIE, "evt_1", now, CAPTURED).is(204);

    assertThat(work()).isEqualTo(2);
    assertThat(payment("stripe", "pi_1").isCaptured()).isTrue();
    assertThat(payment("mollie", "pi_1").isCaptured()).isTrue();
  }

  @Test
  void what_nobody_has_signed_or_long_ago_is_not_even_read() {
    Instant now = house.clock.instant();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String signature = house.signatures.sign(House.STRIPE.secret(), "evt_1", now, body);
    refused(signed("evt_1", now, signature).send("POST", "{ }"));
    refused(signed("evt_2", now, signature).send("POST", "{}"));
    refused(signed("evt_1", now.plusSeconds(1), signature).send("POST", "{}"));
    refused(signed("evt_1", now, "").send("POST", "no JSON at all"));
    refused(api("/payments/events").send("POST", "{}"));
    refused(
        api("/payments/events")
            .with("webhook-id", "evt_1")
            .with("webhook-timestamp", "now")
            .with("webhook-signature", signature)
            .send("POST", "{}"));
    refused(send(House.STRIPE, "evt_1", now.minusSeconds(301), CAPTURED));
    refused(send(House.STRIPE, "evt_1", now.plusSeconds(301), CAPTURED));
    assertThat(kept()).isEmpty();

    signed("evt_1", now, signature).send("POST", "{}").is(400);
    send(House.STRIPE, "evt_1", now.minusSeconds(300), CAPTURED).is(204);
    send(House.STRIPE, "evt_2", now.plusSeconds(300), CAPTURED).is(204);
  }

  private static void refused(Reply reply) {
    reply.isError(Code.AUTHENTICATION_ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'payment.lost','data':{'reference':'pi_1','amount':1,'currency':'EUR'}}",
        "{'type':'payment.captured','data':{'reference':'pi 1','amount':1,'currency':'EUR'}}",
        "{'type':'payment.captured','data':{'reference':'pi_1','amount':1}}",
        "{'type':'payment.captured','data':{'reference':'pi_1','amount':0.001,'currency':'EUR'}}",
        "{'type':'payment.captured','data':{'reference':'pi_1','amount':1,'currency':'EUR',"
            + "'purchase':'event:1'}}",
        "{'type':'payment.captured','data':{'reference':'pi_1','amount':1,'currency':'EUR',"
            + "'provider':'mollie'}}",
        "{'type':'payment.refunded','data':{'reference':'pi_1','amount':1,'currency':'EUR'}}",
        "{'type':'payment.refunded','data':{'reference':'pi_1','refund':'re_1','amount':0,"
            + "'currency':'EUR'}}"
      })
  void what_makes_no_sense_is_refused_by_the_name_of_the_field_and_not_kept(String body) {
    tell("evt_1", body).isError(Code.VALIDATION_ERROR);
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_currency_that_has_no_amounts_is_refused_by_its_own_name() {
    assertThat(tell("evt_1", CAPTURED.replace("EUR", "XAU")).is(400).fields())
        .containsExactly("data.currency");
  }

  @Test
  void an_event_must_have_a_name_and_no_more_than_a_body_may() {
    tell("evt 1", CAPTURED).is(400);
    tell("evt_1", " ".repeat(RequestBodies.MAX_BODY) + CAPTURED).is(413);
  }

  @Test
  void only_what_nobody_has_signed_counts_for_the_limit_of_its_address() {
    String left = tell("evt_1", CAPTURED).is(204).header("RateLimit");
    assertThat(tell("evt_2", CAPTURED).is(204).header("RateLimit")).isEqualTo(left);
    String less = api("/payments/events").send("POST", "{}").is(401).header("RateLimit");
    assertThat(less).isNotEqualTo(left);
    assertThat(tell("evt_3", CAPTURED).is(204).header("RateLimit")).isEqualTo(less);
  }
}
