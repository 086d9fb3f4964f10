package dev.lastseat.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Call;
import dev.lastseat.http.Contract;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Route;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract says that any operation may answer, of each operation. */
class CommonErrorsTest extends ServerTest {
  private final Contract contract = new Contract();

  @BeforeEach
  void add() {
    add(AnEvent.published("event-12"));
  }

  @Test
  void a_method_that_it_does_not_know() {
    for (Route route : Contract.routes()) {
      Reply reply = requireError(route, call(route).send("BREW"), Code.METHOD_NOT_ALLOWED);
      assertThat(reply.header("Allow")).contains(route.method().name());
    }
  }

  @Test
  void a_media_type_that_it_has_not() {
    for (Route route : Contract.routes()) {
      Call call = call(route).with("Accept", "application/pdf");
      requireError(route, call.send(route.method().name()), Code.NOT_ACCEPTABLE);
    }
  }

  @Test
  void a_body_that_is_no_json() {
    for (Route route : withBodies()) {
      requireError(route, send(route, "text/plain", "hello"), Code.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /** Whoever asks first sends no body into a connection that is being closed. */
  @Test
  void a_body_that_is_too_large() {
    String large = " ".repeat(RequestBodies.MAX_BODY + 1);
    for (Route route : withBodies()) {
      Reply reply = call(route).asking().send(route.method().name(), "application/json", large);
      requireError(route, reply, Code.PAYLOAD_TOO_LARGE);
    }
  }

  @Test
  void a_store_that_is_away() {
    String anna = token("anna");
    house.store.goAway();
    List<String> lists = List.of("/events", "/events/{id}", "/bookings", "/orders/{id}");
    for (Route route : Contract.routes()) {
      if (lists.contains(route.path()) && route.method().name().equals("GET")) {
        Reply reply = api(path(route)).as(anna).get();
        requireError(route, reply, Code.SERVICE_UNAVAILABLE);
        assertThat(reply.header("Retry-After")).isNotEmpty();
      }
    }
  }

  /** By an operation, of all operations, or of what reaches none of them; with its status. */
  @Test
  void every_code_is_told_with_its_status() {
    Set<Code> told = EnumSet.noneOf(Code.class);
    String ofAll = contract.document().at("/components/responses/Error/description").asText();
    String ofNone = contract.document().at("/info/description").asText();
    for (Code code : Code.values()) {
      String words = code.status + "\\s+" + code;
      if (in(ofAll, words) || in(ofNone, words) || in(ofOperations(code.status), code.name())) {
        told.add(code);
      }
    }

    assertThat(told).containsExactly(Code.values());
  }

  private static boolean in(String text, String words) {
    return java.util.regex.Pattern.compile("\\b" + words + "\\b").matcher(text).find();
  }

  private String ofOperations(int status) {
    List<String> descriptions = new ArrayList<>();
    for (Route route : Contract.routes()) {
      JsonNode response = operation(route).path("responses").path(Integer.toString(status));
      descriptions.add(contract.resolved(response).path("description").asText());
    }
    return String.join(" ", descriptions);
  }

  private Reply requireError(Route route, Reply reply, Code code) {
    reply.isError(code);
    assertThat(contract.errorsOfAny(reply)).as(route.toString()).isEmpty();
    return reply;
  }

  private static List<Route> routesWith(Set<String> methods) {
    return Contract.routes().stream()
        .filter(route -> methods.contains(route.method().name()))
        .toList();
  }

  private List<Route> withBodies() {
    return routesWith(Set.of("POST", "PUT", "PATCH")).stream()
        .filter(route -> operation(route).has("requestBody"))
        .toList();
  }

  private JsonNode operation(Route route) {
    return contract.operation(route.method().name().toLowerCase(Locale.ROOT), route.path());
  }

  private Reply send(Route route, String type, String body) {
    return call(route).send(route.method().name(), type, body);
  }

  private Call call(Route route) {
    return api(path(route))
        .as(admin())
        .with("If-Match", "*")
        .with("Idempotency-Key", "6f1c1f0e-8a57-4c0b-9d34-0a5b3c2d1e0f");
  }

  private static String path(Route route) {
    return route.path().replaceAll("\\{\\w+}", "event-12");
  }
}
