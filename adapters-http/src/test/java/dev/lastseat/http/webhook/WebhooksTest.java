package dev.lastseat.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.webhook.Delivery;
import dev.lastseat.domain.webhook.Payload;
import dev.lastseat.domain.webhook.Webhook;
import dev.lastseat.domain.webhook.Webhook.Reason;
import dev.lastseat.domain.webhook.WebhookId;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks, as their owners see them. */
class WebhooksTest extends ServerTest {
  private static final String WANTED =
      "{'url':'https://example.com/hooks','kinds':['booking.confirmed','event.changed']}";

  private String owner = "";
  private String rival = "";

  @BeforeEach
  void open() {
    owner = token("owner", Role.ORGANISER);
    rival = token("rival", Role.ORGANISER);
  }

  @Test
  void a_secret_is_shown_once_and_a_test_is_on_its_way() {
    Reply created = create(WANTED).is(201);

    assertThat(created.text("/secret")).startsWith("whsec_");
    assertThat(created.json().at("/data/kinds").toString())
        .isEqualTo("[\"booking.confirmed\",\"event.changed\"]");
    String path = "/webhooks/" + created.text("/id");
    assertThat(api(path).as(owner).get().is(200).json().toString()).doesNotContain("whsec_");
    assertThat(api("/webhooks").as(owner).get().is(200).json().toString())
        .doesNotContain("whsec_")
        .contains("\"total\":1");
    assertThat(api(path + "/deliveries").as(owner).get().is(200).text("/0/kind"))
        .isEqualTo("webhook.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'url':'http://example.com','kinds':['event.changed']}",
        "{'url':'https://me@example.com','kinds':['event.changed']}",
        "{'url':'https://example.com','kinds':[]}",
        "{'url':'https://example.com','kinds':['order.placed']}",
        "{'url':'https://example.com','kinds':['event.changed','event.changed']}",
        "{'url':'https://example.com'}"
      })
  void what_is_wrong_is_named(String body) {
    Reply refused = create(body).isError(Code.VALIDATION_ERROR);

    assertThat(refused.json().at("/errors/0/field").asText()).isIn("url", "kinds");
  }

  @Test
  void there_may_be_so_many_and_no_more() {
    for (int i = 0; i < Webhook.MAX_PER_USER; i++) {
      house.webhooks.add(AWebhook.of(new UserId("owner"), "hook-" + i));
    }

    create(WANTED).isError(Code.CONFLICT);
  }

  @Test
  void to_others_there_is_none_and_admins_see_all() {
    String path = "/webhooks/" + create(WANTED).is(201).text("/id");
    String admin = admin();

    for (String each : List.of(path, path + "/deliveries")) {
      api(each).as(rival).get().isError(Code.NOT_FOUND);
      api(each).as(admin).get().is(200);
    }
    for (String each : List.of("/rotate-secret", "/test", "/deliveries/any/resend")) {
      api(path + each).as(rival).send("POST").isError(Code.NOT_FOUND);
    }
    String since = "{'since':'2026-01-01T00:00:00Z'}";
    api(path + "/resend").as(rival).send("POST", since).isError(Code.NOT_FOUND);
    api(path).as(rival).send("PATCH", "{'enabled':false}").isError(Code.NOT_FOUND);
    api(path).as(rival).send("DELETE").isError(Code.NOT_FOUND);
    api("/webhooks?all=true").as(rival).get().isError(Code.AUTHORIZATION_ERROR);
    assertThat(api("/webhooks").as(rival).get().is(200).json().at("/data")).isEmpty();
    assertThat(api("/webhooks?all=true").as(admin).get().is(200).json().at("/data")).hasSize(1);
  }

  @Test
  void a_webhook_is_changed_where_somebody_says_so_and_stays_else() {
    String path = "/webhooks/" + create(WANTED).is(201).text("/id");

    Reply moved = api(path).as(owner).send("PATCH", "{'url':'https://example.com/2'}").is(200);
    assertThat(moved.text("/url")).isEqualTo("https://example.com/2");
    assertThat(moved.json().at("/data/kinds")).hasSize(2);
    api(path).as(owner).send("PATCH", "{'url':'http://example.com'}").is(400);
    api(path).as(owner).send("PATCH", "{'kinds':[]}").is(400);

    Reply off = api(path).as(owner).send("PATCH", "{'enabled':false}").is(200);
    assertThat(off.text("/disabledReason")).isEqualTo("owner");
    api(path + "/test").as(owner).send("POST").isError(Code.CONFLICT);
    api(path).as(owner).send("PATCH", "{'enabled':true}").is(200);
    api(path + "/test").as(owner).send("POST").is(202);
  }

  @Test
  void another_secret_takes_the_place_of_the_first_which_is_good_a_while_longer() {
    Reply created = create(WANTED).is(201);

    Reply rotated =
        api("/webhooks/" + created.text("/id") + "/rotate-secret").as(owner).send("POST").is(200);

    assertThat(rotated.text("/secret")).isNotEqualTo(created.text("/secret"));
    assertThat(
            house
                .webhooks
                .find(new WebhookId(created.text("/id")))
                .orElseThrow()
                .secrets()
                .at(house.clock.instant()))
        .hasSize(2);
  }

  @Test
  void one_delivery_or_all_that_failed_since_a_time_are_sent_again() {
    Webhook webhook = AWebhook.of(new UserId("owner"), "hook");
    house.webhooks.add(webhook);
    for (String id : List.of("one", "two")) {
      Delivery delivery = AWebhook.delivery(webhook, id, house.clock.instant());
      house.deliveries.addAll(List.of(delivery.in(Delivery.State.FAILED)));
    }

    String one = "/webhooks/hook/deliveries/one/resend";
    assertThat(api(one).as(owner).send("POST").is(202).json().at("/data/deliveries").asInt())
        .isEqualTo(1);
    Reply failed = api("/webhooks/hook/deliveries?state=failed").as(owner).get().is(200);
    assertThat(failed.json().at("/data")).hasSize(1);
    Reply rest =
        api("/webhooks/hook/resend")
            .as(owner)
            .send("POST", "{'since':'2026-01-01T00:00:00Z'}")
            .is(202);
    assertThat(rest.json().at("/data/deliveries").asInt()).isEqualTo(1);
    api("/webhooks/hook/deliveries/three/resend").as(owner).send("POST").is(404);
    api("/webhooks/hook/deliveries?state=lost").as(owner).get().is(400);
  }

  @Test
  void a_delivery_to_another_webhook_is_not_sent_again_by_this_one() {
    Webhook hers = AWebhook.of(new UserId("owner"), "hers");
    Webhook rivals = AWebhook.of(new UserId("rival"), "rivals");
    house.webhooks.add(hers);
    house.webhooks.add(rivals);
    house.deliveries.addAll(List.of(AWebhook.delivery(rivals, "foreign", house.clock.instant())));

    api("/webhooks/hers/deliveries/foreign/resend").as(owner).send("POST").is(404);
  }

  @Test
  void a_webhook_is_removed_with_all_that_it_was_told() {
    String id = create(WANTED).is(201).text("/id");

    api("/webhooks/" + id).as(owner).send("DELETE").is(204);

    api("/webhooks/" + id).as(owner).get().isError(Code.NOT_FOUND);
    assertThat(house.deliveries.failed(new WebhookId(id), house.clock.instant(), 1)).isEmpty();
  }

  @Test
  void one_that_failed_says_so() {
    Webhook webhook = AWebhook.of(new UserId("owner"), "hook");
    house.webhooks.add(webhook.disabled(Reason.FAILING, house.clock.instant()));

    Reply found = api("/webhooks/hook").as(owner).get().is(200);

    assertThat(found.text("/disabledReason")).isEqualTo("failing");
    assertThat(found.json().at("/data/enabled").asBoolean()).isFalse();
  }

  @Test
  void every_message_is_what_the_contract_says_and_small() throws JsonProcessingException {
    Contract contract = new Contract();
    List<Payload> payloads = new ArrayList<>();
    payloads.add(Payload.test(AWebhook.of(new UserId("owner"), "hook"), house.clock.instant()));
    for (FactKind kind : Webhook.KINDS) {
      payloads.add(payload(kind, Map.of()));
      String status = kind.word().startsWith("payment.") ? "state" : "status";
      payloads.add(payload(kind, Map.of(status, "cancelled", "name", "Some Body")));
    }
    List<String> told = new ArrayList<>();
    contract.document().path("webhooks").fieldNames().forEachRemaining(told::add);

    assertThat(payloads).extracting(Payload::type).containsAll(told);
    for (Payload payload : payloads) {
      JsonNode schema =
          contract
              .document()
              .path("webhooks")
              .path(payload.type())
              .at("/post/requestBody/content/application~1json/schema");
      JsonNode json = new ObjectMapper().readTree(payload.json());
      assertThat(contract.errors(schema, json)).as(payload.json()).isEmpty();
      assertThat(json.path("type").asText()).isEqualTo(payload.type());
      assertThat(payload.json()).hasSizeLessThan(20_000).doesNotContain("Some Body");
    }
  }

  private Payload payload(FactKind kind, Map<String, String> data) {
    String type = kind.word().substring(0, kind.word().indexOf('.'));
    Fact fact =
        new Fact(
            new StreamId(type, "0198c0de-0000-7000-8000-000000000000"),
            2,
            kind.word(),
            house.clock.instant(),
            Cause.ofSystem("test"),
            new TreeMap<>(data));
    return Payload.of(new RecordedFact(7, fact), Optional.of(new EventId("event-1")));
  }

  private Reply create(String body) {
    return api("/webhooks").as(owner).send("POST", body);
  }
}
