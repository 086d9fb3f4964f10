package dev.lastseat.bootstrap.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final List<Step> SCRIPT =
      IntStream.range(0, 1000).mapToObj(ShrinkingTest::step).toList();

  @Test
  void what_fails_by_three_steps_far_apart_shrinks_to_these() throws Exception {
    Set<Integer> guilty = Set.of(17, 600, 999);
    Shrinking shrinking = shrinking(whoever -> whoever.containsAll(guilty), 1000);

    assertThat(shrunk(shrinking)).containsExactlyInAnyOrderElementsOf(guilty);
  }

  @Test
  void a_race_that_is_lost_every_other_time_shrinks_too() throws Exception {
    boolean[] lost = {true};
    Shrinking shrinking = shrinking(who -> (lost[0] ^= true) && who.contains(400), 1000);

    assertThat(shrunk(shrinking)).containsExactly(400);
  }

  @Test
  void what_does_not_fail_again_stays_unknown() throws Exception {
    assertThat(shrinking(_ -> false, 1000).shortest(SCRIPT)).isEmpty();
  }

  @Test
  void after_so_many_reruns_the_shortest_so_far_is_told() throws Exception {
    Shrinking shrinking = shrinking(who -> who.contains(3), 5);

    assertThat(shrunk(shrinking)).contains(3).hasSizeLessThan(1000);
    assertThat(shrinking.runs()).isEqualTo(5);
  }

  private static Step step(int who) {
    return new Step(who, Duration.ofMillis(who), new Request.Count("0"), Step.Sending.ONCE);
  }

  private static Shrinking shrinking(Predicate<Set<Integer>> fails, int maxRuns) {
    return new Shrinking(
        script -> fails.test(who(script)) ? Optional.of(failed(script)) : Optional.empty(),
        maxRuns,
        Duration.ofSeconds(1),
        CLOCK);
  }

  private static Shrinking.Failed failed(List<Step> script) {
    return new Shrinking.Failed(
        new Round.Played(script, History.of(List.of(), Map.of())), List.of());
  }

  private static Set<Integer> shrunk(Shrinking shrinking) throws Exception {
    return who(shrinking.shortest(SCRIPT).orElseThrow().played().script());
  }

  private static Set<Integer> who(List<Step> script) {
    return new HashSet<>(script.stream().map(Step::who).toList());
  }
}
