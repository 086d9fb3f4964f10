package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.engines.Engines;
import dev.lastseat.engines.Outage;
import dev.lastseat.engines.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MongoDB goes away in the middle of a storm, and the program lives on and gets over it. */
class AwayMongoTest {
  private static final int CLIENTS = 32;
  private static final int BEFORE = 150;
  private static final String BOOKING_KEY = UUID.randomUUID().toString();
  private static final String ORDER_KEY = UUID.randomUUID().toString();
  private static final String LOG_IN =
      """
      {"email":"%s","password":"%s"}\
      """
          .formatted(BoxOffice.ADMIN_EMAIL, BoxOffice.ADMIN_PASSWORD);

  /** A booking that was answered 503, to be asked for again. */
  private record Unanswered(Caller customer, String key, Answer answer) {}

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void requests_get_a_503_meanwhile_and_what_was_acknowledged_or_asked_again_is_there_afterwards(
      Outage outage) {
    try (Relay mongodb = Relay.before(Engines.mongodb());
        House house = OneInstance.on(engines(mongodb))) {
      BoxOffice office = house.office();
      List<Caller> customers = office.customers(CLIENTS);
      String event = office.event(5_000, 1_000);
      History history = new History();
      office.after(BEFORE, () -> outage.begin(mongodb));

      List<Unanswered> unanswered =
          Storm.of(CLIENTS, i -> bookWhilePossible(office, customers.get(i), event, history));
      office.sayLongest("mongodb went " + outage);
      assertThat(unanswered).allSatisfy(one -> assertUnavailable(one.answer()));
      assertAllUnavailable(office, customers.getFirst(), event);
      office.sayLongest("mongodb was " + outage);

      outage.end(mongodb);
      awaitReady(office);
      again(office, customers.getFirst(), event).forEach(history::booked);
      List<Answer> again = Storm.of(CLIENTS, i -> again(office, unanswered.get(i), event));
      assertThat(again).allMatch(answer -> answer.status() == 201);
      again.forEach(answer -> history.booked(answer.data()));
      List<JsonNode> live = office.live(event);
      History.assertNoPlaceTwice(live);
      assertThat(BoxOffice.ids(live)).containsExactlyInAnyOrderElementsOf(history.standing());
    }
  }

  /** Or else the driver would ask the engine for its own address, and go around the relay. */
  private static Map<String, String> engines(Relay mongodb) {
    String uri = mongodb.uri();
    String direct = (uri.contains("?") ? "&" : "?") + "directConnection=true";
    return SharedEngines.settings(uri + direct, Engines.redis());
  }

  private static Unanswered bookWhilePossible(
      BoxOffice office, Caller customer, String event, History history) {
    while (true) {
      String key = UUID.randomUUID().toString();
      Answer answer = office.book(customer, event, 1, false, key);
      if (answer.status() != 201) {
        return new Unanswered(customer, key, answer);
      }
      history.booked(answer.data());
    }
  }

  private static Answer again(BoxOffice office, Unanswered one, String event) {
    return office.book(one.customer(), event, 1, false, one.key());
  }

  /** What was asked for while MongoDB was away may have been stored all the same. */
  private static List<JsonNode> again(BoxOffice office, Caller customer, String event) {
    List<JsonNode> bookings = new ArrayList<>();
    bookings.add(office.book(customer, event, 1, false, BOOKING_KEY).data());
    office
        .order(customer, List.of(event), 1, ORDER_KEY)
        .data()
        .path("bookings")
        .forEach(bookings::add);
    return bookings;
  }

  private static void awaitReady(BoxOffice office) {
    while (office.api.get("/health/ready", Caller.NOBODY).status() != 200) {
      assertAlive(office);
    }
  }

  private static void assertAlive(BoxOffice office) {
    assertThat(office.api.get("/health/live", Caller.NOBODY).status()).isEqualTo(200);
  }

  /** Each kind of request, all at once; the process is alive all the same. */
  private static void assertAllUnavailable(BoxOffice office, Caller customer, String event) {
    List<Supplier<Answer>> requests =
        List.of(
            () -> office.book(customer, event, 1, false, BOOKING_KEY),
            () -> office.order(customer, List.of(event), 1, ORDER_KEY),
            () -> office.api.get("/events", customer),
            () -> office.api.get("/bookings?limit=7", customer),
            () -> office.api.get("/bookings/" + UUID.randomUUID(), customer),
            () -> office.api.get("/orders/" + UUID.randomUUID(), customer),
            () -> office.api.post("/auth/login", Caller.NOBODY, LOG_IN),
            () -> office.api.get("/health/ready", Caller.NOBODY));
    List<Answer> answers = Storm.of(requests.size(), i -> requests.get(i).get());
    assertThat(answers).allSatisfy(AwayMongoTest::assertUnavailable);
    assertAlive(office);
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isPresent();
  }
}
