package dev.lastseat.application.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.AnEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FollowFactsTest {
  private final FakeStore store = new FakeStore();
  private final FakeEvents events = new FakeEvents(store);
  private final FakeFactPositions positions = new FakeFactPositions();

  private static final class Listener implements FactConsumer {
    private final String name;
    private final List<Long> heard = new ArrayList<>();
    private int failures;

    Listener(String name, int failures) {
      this.name = name;
      this.failures = failures;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void handle(List<RecordedFact> facts) {
      facts.forEach(fact -> heard.add(fact.sequence()));
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("not now");
      }
    }
  }

  private static FactConsumer consumer(String name, Consumer<List<RecordedFact>> handler) {
    return new FactConsumer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void handle(List<RecordedFact> facts) {
        handler.accept(facts);
      }
    };
  }

  private void happen(int times) {
    for (int i = 0; i < times; i++) {
      events.add(AnEvent.published().event());
    }
  }

  private void follow(FactConsumer... consumers) {
    new FollowFacts(new FakeFactLog(store), positions, List.of(consumers)).handle();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void every_fact_is_told_once_however_often_one_looks() {
    Listener listener = new Listener("mails", 0);
    happen(3);
    follow(listener);
    follow(listener);
    happen(2);
    follow(listener);
    assertThat(listener.heard).isEqualTo(upTo(5));
  }

  @Test
  void more_facts_than_are_handed_out_together_are_told_at_once() {
    Listener listener = new Listener("mails", 0);
    happen(2 * FollowFacts.MOST + 1);
    follow(listener);
    assertThat(listener.heard).isEqualTo(upTo(2L * FollowFacts.MOST + 1));
  }

  @Test
  void what_happens_while_facts_are_told_is_left_for_the_next_time() {
    List<Integer> told = new ArrayList<>();
    FactConsumer busy =
        consumer(
            "busy",
            facts -> {
              told.add(facts.size());
              happen(told.size() < 3 ? 1 : 0);
            });
    happen(2);
    follow(busy);
    assertThat(told).containsExactly(2);
    follow(busy);
    assertThat(told).containsExactly(2, 1);
  }

  @Test
  void who_fails_is_told_again_and_holds_nobody_up() {
    Listener failing = new Listener("mails", 1);
    Listener other = new Listener("webhooks", 0);
    happen(2);
    follow(failing, other);
    follow(failing, other);
    assertThat(failing.heard).containsExactly(1L, 2L, 1L, 2L);
    assertThat(other.heard).isEqualTo(upTo(2));
  }
}
