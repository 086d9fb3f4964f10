package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.engines.Engines;
import dev.lastseat.engines.Outage;
import dev.lastseat.engines.RedisProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Redis goes away in the middle of a storm on three instances, and comes back before its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwayRedisStormTest {
  private static final int CLIENTS = 16;
  private static final int CUSTOMERS_EACH = 5;
  private static final int PLACES = 450;
  private static final int BEFORE = 100;
  private static final int MEANWHILE = 200;

  private final RedisProcess redis = RedisProcess.start();
  private House house;

  @BeforeAll
  void open(@TempDir Path folder) {
    house = ThreeInstances.on(SharedEngines.settings(Engines.mongodb(), redis.uri()), folder);
  }

  @AfterAll
  void close() {
    if (house != null) {
      house.close();
    }
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void every_place_is_sold_once_and_nobody_gets_a_5xx(Outage outage) {
    BoxOffice office = house.office();
    List<List<Caller>> customers = Storm.of(CLIENTS, _ -> someCustomers(office));
    String event = office.event(PLACES, 1_000);
    History history = new History();
    List<String> readiness = new ArrayList<>();
    office.after(BEFORE, () -> readiness.add(takeAway(outage, office)));

    List<Answer> last =
        Storm.of(CLIENTS, i -> bookWhileThereIsAny(office, customers.get(i), event, history));

    office.sayLongest("redis was " + outage);
    assertThat(last).allMatch(answer -> answer.code().equals("SOLD_OUT"));
    assertSoldOnce(office, event, history);
    assertThat(readiness).containsExactly("200 degraded");
    while (!readiness(office).equals("200 up")) {
      assertThat(readiness(office)).startsWith("200 ");
    }
  }

  /** For so many bookings; answers what readiness says meanwhile. */
  private String takeAway(Outage outage, BoxOffice office) {
    office.sayLongest("redis is about to be " + outage);
    outage.begin(redis);
    String readiness = readiness(office);
    office.after(MEANWHILE, () -> outage.end(redis));
    return readiness;
  }

  /** One after the other, so that the instances are warm when the storm begins. */
  private static List<Caller> someCustomers(BoxOffice office) {
    return Stream.generate(() -> office.customers(1).getFirst()).limit(CUSTOMERS_EACH).toList();
  }

  /** One customer after the other, again and again; answers what ended it. */
  private static Answer bookWhileThereIsAny(
      BoxOffice office, List<Caller> customers, String event, History history) {
    for (int turn = 0; ; turn++) {
      Answer answer = office.book(customers.get(turn % customers.size()), event, 1);
      if (answer.status() != 201) {
        return answer;
      }
      history.booked(answer.data());
    }
  }

  private static void assertSoldOnce(BoxOffice office, String event, History history) {
    history.assertNoPlaceWasEverSoldTwice();
    List<JsonNode> live = office.live(event);
    assertThat(live.stream().flatMap(booking -> BoxOffice.places(booking).stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, PLACES).boxed().toList());
    assertThat(BoxOffice.ids(live)).containsExactlyInAnyOrderElementsOf(history.standing());
  }

  private static String readiness(BoxOffice office) {
    Answer answer = office.api.get("/health/ready", Caller.NOBODY);
    return answer.status() + " " + answer.data().path("status").asText();
  }
}
