package dev.lastseat.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.Route;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens: so many times each, and for as long as the token is good. */
class ListeningSendersTest extends ServerTest {
  private static final String PATH = "/events/event-1/availability";

  @BeforeEach
  void addEvent() {
    add(AnEvent.published("event-1"));
  }

  @Test
  void one_user_listens_so_many_times_by_all_tokens_and_keys_together_and_leaves_some_to_others() {
    String token = token("ada");
    String another =
        house.tokens.issue(new UserId("ada"), Role.USER, APrincipal.session("2")).value();
    String key = key(token, "events:read");
    List<Listening> all = Stream.of(token, another, key).map(by -> listen(PATH, by)).toList();
    all.forEach(Listening::next);

    for (String by : List.of(token, another, key)) {
      Reply refused = api(PATH).with("Accept", "text/event-stream").as(by).get();
      assertThat(refused.isError(Code.RATE_LIMIT_EXCEEDED).json().path("message").asText())
          .startsWith("You listen 3 times already");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
    }
    try (Listening bob = listen(PATH, token("bob"))) {
      assertThat(bob.event()).contains("\"availableTickets\":100");
    }
    all.forEach(Listening::close);
  }

  @Test
  void who_was_refused_has_taken_no_seat() {
    String ada = token("ada");
    List<Listening> all = Stream.generate(() -> listen(PATH, ada)).limit(3).toList();
    all.forEach(Listening::next);
    for (int i = 0; i < 10; i++) {
      api(PATH).with("Accept", "text/event-stream").as(ada).get().isError(Code.RATE_LIMIT_EXCEEDED);
    }

    all.getFirst().close();
    while (house.observer.count("http.listeners") == 3) {
      house.clock.advance(Duration.ofSeconds(15));
      assertThat(all.getLast().next()).containsExactly(":"); // and one for who is gone
    }

    listen(PATH, ada).close();
    all.forEach(Listening::close);
  }

  @Test
  void a_key_that_is_revoked_hears_no_more_facts() {
    String admin = admin();
    String key = key(admin, "facts:read");
    try (Listening listening = listen("/facts", key)) {
      listening.next();
      String id = api("/api-keys").as(admin).get().is(200).data().path(0).path("id").asText();

      api("/api-keys/" + id).as(admin).send("DELETE").is(204);

      awaitEnd(listening);
    }
  }

  @Test
  void a_key_of_an_admin_whose_role_was_taken_hears_no_more_facts() {
    String root = token("root", Role.ADMIN);
    try (Listening listening = listen("/facts", key(admin(), "facts:read"));
        Listening other = listen("/facts", root)) {
      listening.next();
      other.next();

      api("/users/admin").as(root).send("PATCH", "{'role':'user'}").is(200);

      awaitEnd(listening);
      assertThat(other.event()).contains("user.");
    }
  }

  @Test
  void who_logs_out_listens_no_more() {
    Reply ada =
        api("/auth/register")
            .send("POST", "{'email':'ada@example.com','password':'correct horse','name':'Ada'}")
            .is(201);
    try (Listening listening = listen(PATH, ada.text("/accessToken"))) {
      listening.next();
      String json = "{'refreshToken':'%s'}".formatted(ada.text("/refreshToken"));

      api("/auth/logout").send("POST", json).is(204);

      awaitEnd(listening);
    }
  }

  @Test
  void while_the_store_is_away_nobody_is_let_go() {
    String key = key(admin(), "facts:read");
    try (Listening listening = listen("/facts", key)) {
      listening.next();
      house.store.goAway();
      for (int beats = 0; beats < 3; beats++) {
        house.clock.advance(Duration.ofSeconds(15));
        assertThat(listening.next()).containsExactly(":");
      }
      house.store.comeBack();
    }
  }

  /** After what it was told of meanwhile. */
  private static void awaitEnd(Listening listening) {
    List<String> told = listening.next();
    while (!told.isEmpty()) {
      told = listening.next();
    }
  }

  private String key(String by, String scope) {
    return api("/api-keys")
        .as(by)
        .send("POST", "{'name':'key','scopes':['%s']}".formatted(scope))
        .is(201)
        .text("/key");
  }

  private Listening listen(String path, String credential) {
    return Listening.to(
        server.uri().resolve(Route.BASE + path), "Authorization: Bearer " + credential);
  }
}
