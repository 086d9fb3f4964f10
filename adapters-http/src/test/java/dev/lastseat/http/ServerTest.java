package dev.lastseat.http;

import dev.lastseat.application.port.Health;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.live.ListenerSettings;
import dev.lastseat.http.request.RequestSettings;
import dev.lastseat.http.request.Route;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A real server over a store in memory, new for each test. */
public abstract class ServerTest {
  protected static final Duration WINDOW = Duration.ofMinutes(15);
  protected static final HttpSettings.Connections CONNECTIONS =
      new HttpSettings.Connections(1_000, 0, HttpSettings.Connections.PATIENCE);
  protected static final ListenerSettings LISTENERS =
      new ListenerSettings(4, 3, Duration.ofMillis(5));

  protected final House house = new House();
  protected final List<Health> health = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  protected HttpServer server;

  @BeforeEach
  protected void start() {
    server = HttpServer.start(settings(), house.useCases(), ports(), house.clock, house.random);
  }

  @AfterEach
  protected void stop() {
    client.close();
    server.close();
  }

  protected HttpSettings settings() {
    return settings(0, CONNECTIONS, 1, new RequestSettings.Limits(1_000, 500, 100, WINDOW));
  }

  protected static HttpSettings settings(
      int port,
      HttpSettings.Connections connections,
      int trustedProxies,
      RequestSettings.Limits limits) {
    return new HttpSettings(
        new HttpSettings.Listen(Optional.empty(), port),
        connections,
        LISTENERS,
        new RequestSettings(
            List.of("https://shop.example"),
            new RequestSettings.Clients(trustedProxies, 64),
            limits),
        Duration.ofSeconds(5));
  }

  protected HttpPorts ports() {
    return house.ports(WINDOW, health);
  }

  /** A request to a path below the base of the API. */
  protected Call api(String path) {
    return root(Route.BASE + path);
  }

  protected Call root(String path) {
    return new Call(client, server.uri().resolve(path));
  }

  protected String token(String user) {
    return token(user, Role.USER);
  }

  protected String admin() {
    return token("admin", Role.ADMIN);
  }

  protected String token(String name, Role role) {
    User user = AUser.with(name, name + "@example.com", role);
    house.users.add(user);
    return house.tokens.issue(user.id(), role, APrincipal.session(name)).value();
  }

  protected Event add(AnEvent event) {
    Event added = event.event();
    house.events.add(added);
    return added;
  }

  /** A booking with a key of its own. */
  protected Reply book(String token, String json) {
    return book(token, new UUID(house.random.nextLong(), house.random.nextLong()), json);
  }

  /** An order with a key of its own. */
  protected Reply order(String token, String json) {
    return order(token, new UUID(house.random.nextLong(), house.random.nextLong()), json);
  }

  protected Reply order(String token, UUID key, String json) {
    return api("/orders").as(token).with("Idempotency-Key", key.toString()).send("POST", json);
  }

  protected Reply book(String token, UUID key, String json) {
    return api("/bookings").as(token).with("Idempotency-Key", key.toString()).send("POST", json);
  }
}
