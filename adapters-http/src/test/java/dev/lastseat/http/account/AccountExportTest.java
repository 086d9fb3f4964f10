package dev.lastseat.http.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AWebhook;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import org.junit.jupiter.api.Test;

/** Everything that is kept about a user. */
class AccountExportTest extends ServerTest {
  @Test
  void users_see_all_that_is_kept_about_them_and_of_nobody_else() {
    add(AnEvent.published("event-1"));
    String ada = register("ada");
    String booking = book(ada, "{'eventId':'event-1'}").is(201).text("/id");
    Reply order = order(ada, "{'items':[{'eventId':'event-1','quantity':2}]}").is(201);
    book(register("bob"), "{'eventId':'event-1'}").is(201);
    api("/api-keys").as(ada).send("POST", "{'name':'till','scopes':['bookings:read']}").is(201);

    UserId owner = new UserId(api("/auth/me").as(ada).get().is(200).text("/id"));
    house.webhooks.add(AWebhook.of(owner, "hook"));

    root("/api/v1/bookings/" + booking + "/tickets/1/visitor")
        .as(ada)
        .send("PUT", "{'name':'Grace','email':'grace@example.com'}")
        .is(200);

    Reply export = api("/auth/me/export").as(ada).get().is(200);

    assertThat(export.text("/user/email")).isEqualTo("ada@example.com");
    assertThat(export.data().path("sessions")).hasSize(1);
    assertThat(export.data().path("bookings")).hasSize(2);
    assertThat(export.data().path("bookings").findValuesAsText("id")).contains(booking);
    assertThat(export.data().path("orders")).containsExactly(order.data());
    assertThat(export.text("/visitors/0/bookingId")).isEqualTo(booking);
    assertThat(export.text("/visitors/0/email")).isEqualTo("grace@example.com");
    assertThat(export.text("/apiKeys/0/name")).isEqualTo("till");
    assertThat(export.text("/webhooks/0/id")).isEqualTo("hook");
    assertThat(export.json().toString())
        .doesNotContain("bob", "hash", "lsk_", "whsec_")
        .contains("\"passkeys\":[]");
  }

  @Test
  void nobody_sees_it_without_a_session() {
    api("/auth/me/export").get().isError(Code.AUTHENTICATION_ERROR);
  }

  private String register(String name) {
    return api("/auth/register")
        .send(
            "POST",
            "{'email':'%s@example.com','password':'a long password','name':'A'}".formatted(name))
        .is(201)
        .text("/accessToken");
  }
}
