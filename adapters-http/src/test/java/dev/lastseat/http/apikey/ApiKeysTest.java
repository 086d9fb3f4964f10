package dev.lastseat.http.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Route;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys: what makes them, what they are good for, and what ends them. */
class ApiKeysTest extends ServerTest {
  private static final UUID WISH = UUID.fromString("0198c0de-0000-4000-8000-000000000000");
  private static final String BOOKING = "{'eventId':'event-1'}";

  private String anna = "";
  private String admin = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(5));
    anna = token("anna");
    admin = admin();
  }

  @Test
  void a_key_is_shown_once_and_lists_do_not_tell_it() {
    Reply created =
        create(anna, "{'name':' Kasse ','scopes':['bookings:write','bookings:read']}").is(201);

    assertThat(created.text("/key")).startsWith("lsk_" + created.text("/id") + "_");
    assertThat(created.text("/name")).isEqualTo("Kasse");
    assertThat(created.json().at("/data/scopes").toString())
        .isEqualTo("[\"bookings:read\",\"bookings:write\"]");
    Reply listed = api("/api-keys").as(anna).get().is(200);
    assertThat(listed.text("/0/id")).isEqualTo(created.text("/id"));
    assertThat(listed.json().toString()).doesNotContain("lsk_").contains("\"total\":1");
  }

  @Test
  void a_key_acts_for_its_owner_within_its_scopes() {
    String key = key(anna, "bookings:read", "bookings:write");

    Reply booked = book(key, WISH, BOOKING).is(201);

    assertThat(booked.text("/userId")).isEqualTo("anna");
    assertThat(root(booked.header("Location")).as(anna).get().is(200).text("/id"))
        .isEqualTo(booked.text("/id"));
    assertThat(api("/bookings").as(key).get().is(200).json().at("/data").size()).isEqualTo(1);
  }

  @Test
  void a_booking_by_a_key_takes_effect_once_for_its_idempotency_key_whichever_key_repeats_it() {
    Reply booked = book(key(anna, "bookings:write"), WISH, BOOKING).is(201);

    Reply again = book(key(anna, "bookings:write"), WISH, BOOKING).is(201);

    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.text("/id")).isEqualTo(booked.text("/id"));
    book(key(anna, "bookings:write"), WISH, "{'eventId':'event-1','quantity':2}")
        .isError(Code.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void what_a_key_lacks_the_scope_for_is_refused_and_the_scope_is_named() {
    Reply refused = book(key(anna, "bookings:read", "events:read"), WISH, BOOKING);

    assertThat(refused.isError(Code.AUTHORIZATION_ERROR).json().toString())
        .contains("lacks the scope bookings:write");
    Reply events = api("/events").as(key(anna, "bookings:read")).get();
    assertThat(events.isError(Code.AUTHORIZATION_ERROR).json().toString()).contains("events:read");
  }

  @Test
  void routes_without_a_scope_are_closed_to_keys_and_nothing_that_manages_accounts_has_one() {
    String key = key(anna, Stream.of(Scope.values()).map(Scope::word).toArray(String[]::new));
    List<Route> closed =
        Contract.routes().stream()
            .filter(route -> route.access() != Access.OPEN && route.scope().isEmpty())
            .toList();

    assertThat(closed).extracting(Route::path).contains("/auth/me", "/api-keys", "/api-keys/{id}");
    for (Route route : closed) {
      Reply reply = api(route.path().replace("{id}", "any")).as(key).send(route.method().name());
      assertThat(reply.isError(Code.AUTHORIZATION_ERROR).json().toString())
          .as(route.toString())
          .containsAnyOf("for no API key", "only.");
    }
    assertThat(Contract.routes())
        .filteredOn(route -> route.scope().isPresent())
        .extracting(Route::path)
        .noneMatch(path -> path.matches("/(auth|users|api-keys)\\b.*"));
  }

  @Test
  void a_key_goes_no_further_than_its_owner_does_at_that_moment() {
    String key = key(anna, "events:write");
    api("/events/event-1/cancel").as(key).send("POST").isError(Code.AUTHORIZATION_ERROR);

    add(AnEvent.published("event-2"));
    token("boss", Role.ADMIN);
    String adminsKey = key(admin, "events:write");
    api("/events/event-1/cancel").as(adminsKey).send("POST").is(200);

    house.users.changeRole(new UserId("admin"), Role.USER, TickingClock.START);

    api("/events/event-2/cancel").as(adminsKey).send("POST").isError(Code.AUTHORIZATION_ERROR);
  }

  @Test
  void a_key_whose_owner_is_gone_is_good_for_nothing() {
    String strangers =
        house.tokens.issue(new UserId("gone"), Role.USER, APrincipal.session("gone")).value();
    Reply created = create(strangers, "{'name':'x','scopes':['events:read']}").is(201);

    api("/events").as(created.text("/key")).get().isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void a_key_that_was_revoked_is_refused_by_the_next_request() {
    Reply created = create(anna, "{'name':'x','scopes':['events:read']}").is(201);
    api("/events").as(created.text("/key")).get().is(200);

    api("/api-keys/" + created.text("/id")).as(anna).send("DELETE").is(204);

    api("/events").as(created.text("/key")).get().isError(Code.AUTHENTICATION_ERROR);
    api("/api-keys/" + created.text("/id")).as(anna).send("DELETE").isError(Code.NOT_FOUND);
    assertThat(api("/api-keys").as(anna).get().json().at("/data").size()).isZero();
  }

  @Test
  void an_expired_key_is_refused_and_still_listed() {
    String end = house.clock.instant().plusSeconds(60).toString();
    Reply created =
        create(anna, "{'name':'x','scopes':['events:read'],'expiresAt':'" + end + "'}").is(201);
    api("/events").as(created.text("/key")).get().is(200);

    house.clock.advance(Duration.ofSeconds(60));

    api("/events").as(created.text("/key")).get().isError(Code.AUTHENTICATION_ERROR);
    assertThat(api("/api-keys").as(anna).get().text("/0/expiresAt"))
        .isEqualTo("2026-06-01T12:01:00.000Z");
  }

  @Test
  void the_keys_of_others_are_for_admins() {
    Reply created = create(anna, "{'name':'x','scopes':['events:read']}").is(201);
    String bob = token("bob");

    api("/api-keys/" + created.text("/id")).as(bob).send("DELETE").isError(Code.NOT_FOUND);
    api("/api-keys?all=true").as(bob).get().isError(Code.AUTHORIZATION_ERROR);
    assertThat(api("/api-keys").as(admin).get().is(200).json().at("/data").size()).isZero();
    assertThat(api("/api-keys?all=true").as(admin).get().is(200).text("/0/userId"))
        .isEqualTo("anna");
    api("/api-keys/" + created.text("/id")).as(admin).send("DELETE").is(204);
  }

  @Test
  void lists_of_keys_have_pages() {
    for (int i = 0; i < 3; i++) {
      create(anna, "{'name':'key " + i + "','scopes':['events:read']}").is(201);
      house.clock.advance(Duration.ofSeconds(1));
    }

    Reply first = api("/api-keys?limit=2").as(anna).get().is(200);
    String next = first.json().at("/meta/nextCursor").asText();
    Reply second = api("/api-keys?limit=2&cursor=" + next).as(anna).get().is(200);

    assertThat(first.json().at("/data").findValuesAsText("name")).containsExactly("key 2", "key 1");
    assertThat(second.json().at("/data").findValuesAsText("name")).containsExactly("key 0");
  }

  @Test
  void a_user_has_a_hundred_keys_at_the_most() {
    for (int i = 0; i < ApiKey.MAX_PER_USER; i++) {
      create(anna, "{'name':'x','scopes':['events:read']}").is(201);
    }

    Reply refused = create(anna, "{'name':'x','scopes':['events:read']}").isError(Code.CONFLICT);

    assertThat(refused.json().toString()).contains("100 API keys");
    create(token("bob"), "{'name':'x','scopes':['events:read']}").is(201);
  }

  @Test
  void the_last_use_is_told_once_it_is_written_and_written_once_a_minute() {
    String key = key(anna, "events:read");
    assertThat(api("/api-keys").as(anna).get().json().at("/data/0/lastUsedAt").isMissingNode())
        .isTrue();

    use(key);
    assertThat(lastUse()).isEqualTo("2026-06-01T12:00:00.000Z");
    house.clock.advance(Duration.ofSeconds(59));
    use(key);
    assertThat(lastUse()).isEqualTo("2026-06-01T12:00:00.000Z");
    house.clock.advance(Duration.ofSeconds(1));
    use(key);
    assertThat(lastUse()).isEqualTo("2026-06-01T12:01:00.000Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | name, scopes
          {'name':'','scopes':['events:read']} | name
          {'name':'x','scopes':[]} | scopes
          {'name':'x','scopes':'events:read'} | scopes
          {'name':'x','scopes':['events:read','events:read']} | scopes
          {'name':'x','scopes':['users:write']} | scopes
          {'name':'x','scopes':['EVENTS:READ']} | scopes
          {'name':'x','scopes':[null]} | scopes
          {'name':'x','scopes':[{'$ne':1}]} | scopes
          {'name':'x','scopes':['events:read'],'expiresAt':'2026-06-01T12:00:00Z'} | expiresAt
          {'name':'x','scopes':['events:read'],'expiresAt':'soon'} | expiresAt
          {'name':'x','scopes':['events:read'],'role':'admin'} | role
          """)
  void a_key_that_makes_no_sense_is_refused_by_the_names_of_its_fields(String body, String fields) {
    Reply refused = create(anna, body).isError(Code.VALIDATION_ERROR);

    assertThat(refused.json().at("/errors").findValuesAsText("field"))
        .containsExactly(fields.split(", "));
  }

  @Test
  void keys_that_were_cut_changed_or_mixed_up_are_refused() {
    String key = key(anna, "events:read");
    String other = key(anna, "events:read");
    int secret = key.lastIndexOf('_', key.length() - 43);
    List<String> bad =
        List.of(
            key.substring(0, key.length() - 1),
            key + "A",
            key.substring(0, secret) + other.substring(secret),
            key.toUpperCase(Locale.ROOT),
            key.replace("lsk_", "lsk__"),
            key.substring(0, secret),
            "lsk_",
            key + "\u00e9");

    api("/events").as(key).get().is(200);
    for (String token : bad) {
      api("/events").as(token).get().isError(Code.AUTHENTICATION_ERROR);
    }
  }

  @Test
  void a_key_is_no_password_and_no_token_of_another_kind() {
    String key = key(anna, "events:read");

    api("/events").with("Authorization", "Basic " + key).get().isError(Code.AUTHENTICATION_ERROR);
    api("/auth/refresh")
        .send("POST", "{'refreshToken':'" + key + "'}")
        .isError(Code.AUTHENTICATION_ERROR);
  }

  @Test
  void a_key_has_a_limit_of_its_own() {
    String key = key(anna, "events:read");

    Reply first = api("/events").as(key).get().is(200);

    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"api-key\";q=500;w=900");
    assertThat(first.header("RateLimit")).isEqualTo("\"api-key\";r=499;t=900");
    for (int i = 1; i < 500; i++) {
      api("/events").as(key).get().is(200);
    }
    Reply refused = api("/events").as(key).get().isError(Code.RATE_LIMIT_EXCEEDED);
    assertThat(refused.json().toString()).contains("API_KEY_RATE_LIMIT_REQUESTS");
    api("/events").as(key(anna, "events:read")).get().is(200);
    api("/events").as(anna).get().is(200);
  }

  @Test
  void health_and_preflights_look_at_no_key() {
    String key = key(anna, "events:read");
    house.store.goAway();

    api("/health/live").as(key).get().is(200);
    api("/events").as(key).get().isError(Code.SERVICE_UNAVAILABLE);
    api("/events")
        .as(key)
        .with("Origin", "https://shop.example")
        .with("Access-Control-Request-Method", "GET")
        .send("OPTIONS")
        .is(204);
  }

  private Reply create(String token, String json) {
    return api("/api-keys").as(token).send("POST", json);
  }

  private String key(String token, String... scopes) {
    String list = "'" + String.join("','", scopes) + "'";
    return create(token, "{'name':'x','scopes':[" + list + "]}").is(201).text("/key");
  }

  private void use(String key) {
    api("/events").as(key).get().is(200);
    house.apiKeyUses.write();
  }

  private String lastUse() {
    return api("/api-keys").as(anna).get().is(200).text("/0/lastUsedAt");
  }
}
