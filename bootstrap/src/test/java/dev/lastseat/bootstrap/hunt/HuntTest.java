package dev.lastseat.bootstrap.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.SpoiltLastseat;
import dev.lastseat.bootstrap.SpoiltLastseat.Bug;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import dev.lastseat.bootstrap.e2e.Fleet;
import dev.lastseat.bootstrap.hunt.Step.Harm;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.fixture.TickingClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A hunt finds nothing in the program, and each of eight bugs put into it, and shows it briefly.
 */
@Timeout(120)
class HuntTest {
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Duration SHORTER = Duration.ofSeconds(1);

  @TempDir Path data;

  /** No test waits for it, whichever comes first. */
  @BeforeAll
  static void build() {
    Checkout.shared();
  }

  @Test
  void a_crowd_finds_nothing_wrong_though_its_requests_overlap_and_are_refused() throws Exception {
    try (Lastseat sound = Lastseat.start(Settings.from(settings()))) {
      History history = hunt(sound, 1, SHORT);

      assertThat(Check.all(history)).isEmpty();
      assertThat(history.atOnce()).isGreaterThan(2);
      assertThat(history.lives()).isNotEmpty();
      assertThat(history.exchanges()).anyMatch(one -> one.code().equals("SOLD_OUT"));
      assertThat(history.exchanges()).anyMatch(Exchange::isUntold);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_bug_that_was_put_in_is_found_and_shown_by_a_few_exchanges(Bug bug) throws Exception {
    try (Lastseat spoilt = SpoiltLastseat.start(settings(), bug)) {
      List<Violation> found = List.of();
      for (int seed = 1; found.isEmpty(); seed++) {
        found = check(bug).violations(hunt(spoilt, seed, SHORTER)).toList();
      }

      assertThat(found.getFirst().history()).isNotEmpty().hasSizeLessThan(120);
    }
  }

  @Test
  void a_failing_round_shrinks_to_a_few_steps_that_fail_too() throws Exception {
    try (Lastseat spoilt = SpoiltLastseat.start(settings(), Bug.LOST_BOOKING)) {
      Servers servers = new Unharmed(spoilt.uri());
      Round.Played failing = new Round(servers, 1, SHORTER).play();
      Shrinking shrinking =
          new Shrinking(
              script -> Hunt.failed(new Round(servers, 1, SHORTER).play(script)),
              16,
              Duration.ofMinutes(1),
              new TickingClock());

      Shrinking.Failed shortest = shrinking.shortest(failing.script()).orElseThrow();

      assertThat(shortest.found()).isNotEmpty();
      assertThat(shortest.played().script()).hasSizeLessThan(failing.script().size() / 4);
      assertThat(shortest.toString())
          .containsPattern("(booking|belongs to) #\\d")
          .contains("404 NOT_FOUND");
    }
  }

  @Test
  void an_instance_that_stands_still_and_one_that_is_killed_lose_nothing() throws Exception {
    Map<String, String> settings = new HashMap<>(Hunt.SETTINGS);
    try (Fleet fleet = new Fleet(1, settings, data);
        Waiting servers = new Waiting(Hunt.servers(fleet))) {
      Round.Played played = new Round(servers, 1, SHORT).play();

      assertThat(Check.all(played.history())).isEmpty();
      assertThat(played.script()).extracting(Step::act).contains(Harm.FREEZE, Harm.KILL);
      assertThat(servers.answeredWhileFrozen).isFalse();
      assertThat(servers.answer.join().statusCode()).isEqualTo(200);
    }
  }

  private static Check check(Bug bug) {
    return switch (bug) {
      case TWO_BOOKINGS_OF_A_PLACE -> new NoPlaceTwice();
      case LOST_BOOKING -> new WritesAreSeen();
      case REFUSAL_WHILE_FREE -> new NoRefusalWhileFree();
      case STALE_COUNT -> new CountsAreRight();
      case TWO_BOOKINGS_OF_A_KEY, REFUSED_RETRY -> new OneAnswerForAKey();
      case TWO_LET_IN_BY_A_TICKET -> new OnceThroughTheDoor();
      case PAID_FOR_NOTHING -> new MoneyIsWhere();
    };
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(Hunt.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    return settings;
  }

  private static History hunt(Lastseat lastseat, long seed, Duration length) throws Exception {
    return new Round(new Unharmed(lastseat.uri()), seed, length).play().history();
  }

  /** Asks the one that stands still, and looks whether it answers. */
  private static final class Waiting implements Servers, AutoCloseable {
    private final Servers servers;
    private final HttpClient http = HttpClient.newHttpClient();
    private CompletableFuture<HttpResponse<Void>> answer = new CompletableFuture<>();
    private boolean answeredWhileFrozen;

    private Waiting(Servers servers) {
      this.servers = servers;
    }

    @Override
    public List<URI> addresses() {
      return servers.addresses();
    }

    @Override
    public void kill() {
      answer.join();
      servers.kill();
    }

    @Override
    public void replace() throws InterruptedException {
      servers.replace();
    }

    @Override
    public void freeze() throws InterruptedException {
      servers.freeze();
      URI health = addresses().getFirst().resolve("/api/v1/health/live");
      answer = http.sendAsync(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding());
    }

    @Override
    public void thaw() throws InterruptedException {
      answeredWhileFrozen = answer.isDone();
      servers.thaw();
    }

    @Override
    public void close() {
      http.close();
    }
  }

  /** One instance, which nobody kills. */
  private record Unharmed(URI uri) implements Servers {
    @Override
    public List<URI> addresses() {
      return List.of(uri);
    }

    @Override
    public void kill() {}

    @Override
    public void replace() {}

    @Override
    public void freeze() {}

    @Override
    public void thaw() {}
  }
}
