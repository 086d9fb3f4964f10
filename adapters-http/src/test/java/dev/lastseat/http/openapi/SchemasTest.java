package dev.lastseat.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.http.Call;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered is what the contract says of it. */
class SchemasTest extends ServerTest {
  private static final String ADA =
      "{'email':'ada@example.com','password':'correct horse','name':'Ada'}";
  private static final String PLAY =
      "{'name':'Play','date':'2026-09-01T20:00:00Z','venue':'Arena','totalTickets':50,'price':12.5}";

  private final Contract contract = new Contract();
  private String anna = "";
  private String admin = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(5));
    anna = token("anna");
    admin = admin();
  }

  /** The answer to an operation such as {@code get /events/{id}}. */
  private Reply kept(String operation, int status, Reply reply) {
    String[] words = operation.split(" ", -1);
    assertThat(contract.errors(words[0], words[1], reply.is(status))).as(operation).isEmpty();
    return reply;
  }

  @Test
  void of_health() {
    for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
      kept("get " + path, 200, api(path).get());
    }
  }

  @Test
  void of_accounts() {
    Reply registered = kept("post /auth/register", 201, api("/auth/register").send("POST", ADA));
    String logIn = "{'email':'ada@example.com','password':'correct horse'}";
    kept("post /auth/login", 200, api("/auth/login").send("POST", logIn));
    String refresh = "{'refreshToken':'" + registered.text("/refreshToken") + "'}";
    kept("post /auth/refresh", 200, api("/auth/refresh").send("POST", refresh));
    kept("get /auth/me", 200, api("/auth/me").as(registered.text("/accessToken")).get());
    kept("post /auth/register", 201, api("/auth/register").send("POST", ADA));
    kept("post /auth/register", 400, api("/auth/register").send("POST", "{}"));
  }

  @Test
  void of_events() {
    kept("get /events", 200, api("/events?page=1").get());
    kept("get /events", 200, api("/events?limit=1&cursor=").get());
    kept("get /events/{id}", 200, api("/events/event-1").get());
    kept("get /events/{id}/availability", 200, api("/events/event-1/availability").get());
    kept("get /events", 400, api("/events?limit=0").get());
    kept("get /events/{id}", 404, api("/events/unknown").get());
    kept("get /events/{id}", 401, api("/events/event-1").as("nobody's").get());
  }

  @Test
  void of_changes_of_events() {
    Reply created = kept("post /events", 201, api("/events").as(admin).send("POST", PLAY));
    String play = "/events/" + created.text("/id");
    Call put = api(play).as(admin).with("If-Match", "\"1\"");
    kept("put /events/{id}", 200, put.send("PUT", PLAY));
    Call patch = api(play).as(admin).with("If-Match", "\"2\"");
    kept("patch /events/{id}", 200, patch.send("PATCH", "{'name':'Opera'}"));
    kept("post /events/{id}/publish", 200, api(play + "/publish").as(admin).send("POST"));
    kept("post /events/{id}/complete", 409, api(play + "/complete").as(admin).send("POST"));
    kept("post /events/{id}/cancel", 200, api(play + "/cancel").as(admin).send("POST"));
    add(AnEvent.published("over").on(TickingClock.START.plus(WINDOW)));
    house.clock.advance(WINDOW);
    kept("post /events/{id}/complete", 200, api("/events/over/complete").as(admin).send("POST"));
    kept("put /events/{id}", 428, api(play).as(admin).send("PUT", PLAY));
    kept("delete /events/{id}", 403, api(play).as(anna).send("DELETE"));
  }

  @Test
  void of_bookings() {
    Reply booked = kept("post /bookings", 201, book(anna, "{'eventId':'event-1'}"));
    Reply held = kept("post /bookings", 201, book(anna, "{'eventId':'event-1','hold':true}"));
    kept("post /bookings", 409, book(anna, "{'eventId':'event-1','quantity':9}"));
    kept("get /bookings", 200, api("/bookings").as(anna).get());
    kept("get /bookings", 200, api("/bookings?limit=1&cursor=").as(anna).get());
    kept("get /bookings/{id}", 200, root(booked.header("Location")).as(anna).get());
    Call confirm = root(held.header("Location") + "/confirm").as(anna);
    kept("patch /bookings/{id}/confirm", 200, confirm.send("PATCH"));
    Call cancel = root(held.header("Location") + "/cancel").as(anna);
    kept("patch /bookings/{id}/cancel", 200, cancel.send("PATCH", "{'reason':'ill'}"));
  }

  @Test
  void of_api_keys() {
    String till = "{'name':'Till','scopes':['bookings:read'],'expiresAt':'2027-01-01T00:00:00Z'}";
    Reply created = kept("post /api-keys", 201, api("/api-keys").as(anna).send("POST", till));
    kept("get /api-keys", 200, api("/api-keys").as(anna).get());
    kept("get /api-keys", 403, api("/api-keys?all=true").as(anna).get());
    api("/bookings").as(created.text("/key")).get().is(200);
    house.apiKeyUses.write();
    kept("get /api-keys", 200, api("/api-keys?cursor=").as(anna).get());
    kept("get /api-keys", 403, api("/api-keys").as(created.text("/key")).get());
  }

  @Test
  void of_orders() {
    Reply ordered =
        kept("post /orders", 201, order(anna, "{'items':[{'eventId':'event-1','quantity':2}]}"));
    kept("get /orders/{id}", 200, root(ordered.header("Location")).as(anna).get());
    kept("post /orders", 404, order(anna, "{'items':[{'eventId':'none','quantity':2}]}"));
  }
}
