package dev.lastseat.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom the facts name: whoever sent the request that changed something. */
class CausesTest extends ServerTest {
  private static final UUID WISH = UUID.fromString("0198c0de-0000-4000-8000-000000000000");

  private RecordedFact latest() {
    return new FakeFactLog(house.store).after(0, 100).getLast();
  }

  @Test
  void facts_name_the_user_and_the_request() {
    add(AnEvent.published("event-1"));
    Reply booked =
        api("/bookings")
            .as(token("anna"))
            .with("Idempotency-Key", WISH.toString())
            .with("X-Request-Id", "order-7")
            .send("POST", "{'eventId':'event-1'}")
            .is(201);

    assertThat(latest().fact().kind()).isEqualTo("booking.confirmed");
    assertThat(latest().fact().cause()).isEqualTo(new Cause(new Actor("user:anna"), "order-7"));

    root(booked.header("Location") + "/cancel").as(token("anna")).send("PATCH").is(200);
    assertThat(latest().fact().kind()).isEqualTo("booking.cancelled");
    assertThat(latest().fact().cause().actor()).isEqualTo(new Actor("user:anna"));
  }

  @Test
  void facts_name_the_key_that_acted_for_a_user() {
    add(AnEvent.published("event-1"));
    Reply created =
        api("/api-keys")
            .as(token("anna"))
            .send("POST", "{'name':'shop','scopes':['bookings:write']}")
            .is(201);
    book(created.text("/key"), WISH, "{'eventId':'event-1'}").is(201);

    assertThat(latest().fact().cause().actor()).isEqualTo(new Actor("key:" + created.text("/id")));
  }
}
