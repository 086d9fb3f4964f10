package dev.lastseat.bootstrap.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.SpoiltLastseat;
import dev.lastseat.bootstrap.SpoiltLastseat.Bug;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import dev.lastseat.bootstrap.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hunt finds nothing in the program, and each of five bugs put into it. */
@Timeout(120)
class HuntTest {
  private static final Duration SHORT = Duration.ofSeconds(3);

  @TempDir Path data;

  @Test
  void a_crowd_finds_nothing_wrong_though_its_requests_overlap_and_are_refused() throws Exception {
    try (Lastseat sound = Lastseat.start(Settings.from(settings()))) {
      History history = hunt(sound, 1);

      assertThat(Check.all(history)).isEmpty();
      assertThat(history.atOnce()).isGreaterThan(2);
      assertThat(history.lives()).isNotEmpty();
      assertThat(history.exchanges()).anyMatch(one -> one.code().equals("SOLD_OUT"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_bug_that_was_put_in_is_found_and_shown_by_a_few_exchanges(Bug bug) throws Exception {
    try (Lastseat spoilt = SpoiltLastseat.start(settings(), bug)) {
      List<Violation> found = List.of();
      for (int seed = 1; found.isEmpty(); seed++) {
        found = check(bug).violations(hunt(spoilt, seed)).toList();
      }

      assertThat(found.getFirst().history()).isNotEmpty().hasSizeLessThan(120);
    }
  }

  private static Check check(Bug bug) {
    return switch (bug) {
      case TWO_BOOKINGS_OF_A_PLACE -> new NoPlaceTwice();
      case LOST_BOOKING -> new WritesAreSeen();
      case REFUSAL_WHILE_FREE -> new NoRefusalWhileFree();
      case STALE_COUNT -> new CountsAreRight();
      case TWO_BOOKINGS_OF_A_KEY -> new OneAnswerForAKey();
    };
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(Hunt.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    return settings;
  }

  private static History hunt(Lastseat lastseat, long seed) throws Exception {
    return new Round(new Unharmed(lastseat.uri()), seed, SHORT).run();
  }

  /** One instance, which nobody kills. */
  private record Unharmed(URI uri) implements Round.Servers {
    @Override
    public List<URI> addresses() {
      return List.of(uri);
    }

    @Override
    public void kill() {}

    @Override
    public void replace() {}
  }
}
