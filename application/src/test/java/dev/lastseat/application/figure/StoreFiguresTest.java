package dev.lastseat.application.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeSealedTree;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreFiguresTest {
  private final TickingClock clock = new TickingClock();
  private final FakeStore store = new FakeStore();
  private final FakeJobs jobs = new FakeJobs(store);
  private final FakeEvents events = new FakeEvents(store);
  private final FakeFactPositions positions = new FakeFactPositions();
  private final AtomicBoolean away = new AtomicBoolean();
  private Optional<Instant> oldestUnderway = Optional.empty();
  private final Map<String, IntSupplier> shown = new HashMap<>();

  @BeforeEach
  void show() {
    new StoreFigures(
            jobs,
            new StoreFigures.Log(
                new FakeFactLog(store),
                new SeldomPositions(),
                new FakeSealedTree(),
                () -> oldestUnderway),
            List.of("mails"),
            clock)
        .showTo(new Shown(), List.of("mail", "webhook"));
  }

  @Test
  void jobs_are_counted_by_kind_and_state() {
    add("a");
    jobs.giveUp(
        jobs.claim("mail", 1, clock.instant(), new Lease("x", clock.instant())).getFirst(),
        "no use",
        clock.instant());
    add("b");
    add("c");

    assertThat(figure("jobs {kind=mail, state=dead}")).isEqualTo(1);
    assertThat(figure("jobs {kind=mail, state=waiting}")).isEqualTo(2);
    assertThat(figure("jobs {kind=mail, state=running}")).isZero();
    assertThat(figure("jobs {kind=webhook, state=waiting}")).isZero();
  }

  @Test
  void facts_are_ahead_of_who_follows_them_and_of_the_seals() {
    for (int i = 0; i < 3; i++) {
      Event event = AnEvent.published("event-" + i).event();
      events.add(event);
    }
    long head = new FakeFactLog(store).head();
    positions.advance("mails", 0, 1);

    assertThat(figure("facts.behind {follower=mails}")).isEqualTo((int) head - 1);
    assertThat(figure("facts.behind {follower=seals}")).isEqualTo((int) head);
  }

  @Test
  void the_oldest_fact_on_its_way_into_the_log_tells_how_far_that_is_behind() {
    assertThat(figure("facts.underway.seconds {}")).isZero();

    oldestUnderway = Optional.of(clock.instant());
    clock.advance(Duration.ofSeconds(90));
    assertThat(figure("facts.underway.seconds {}")).isEqualTo(90);
  }

  @Test
  void they_are_read_again_after_a_few_seconds_and_not_before() {
    assertThat(figure("jobs {kind=mail, state=waiting}")).isZero();
    add("a");
    assertThat(figure("jobs {kind=mail, state=waiting}")).isZero();

    clock.advance(StoreFigures.KEPT);
    assertThat(figure("jobs {kind=mail, state=waiting}")).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_them_stand_for_no_longer() {
    assertThat(figure("jobs {kind=mail, state=waiting}")).isZero();
    add("a");
    clock.advance(Duration.ofDays(-1));

    assertThat(figure("jobs {kind=mail, state=waiting}")).isEqualTo(1);
  }

  /** Else each of many figures would wait for as long as a read may take. */
  @Test
  void while_the_store_is_away_there_are_none_and_nobody_asks_it_again_for_a_while() {
    away.set(true);
    unavailable();
    away.set(false);
    unavailable();

    clock.advance(StoreFigures.KEPT);
    assertThat(figure("facts.behind {follower=mails}")).isZero();
  }

  private void unavailable() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> figure("jobs {kind=mail, state=waiting}"));
  }

  private int figure(String name) {
    return Objects.requireNonNull(shown.get(name)).getAsInt();
  }

  private void add(String id) {
    jobs.add(new Job(new JobId(id), "mail", "", clock.instant()));
  }

  private final class Shown implements Observer {
    @Override
    public void figure(String name, Map<String, String> labels, IntSupplier count) {
      shown.put(name + " " + new TreeMap<>(labels), count);
    }
  }

  private final class SeldomPositions implements FactPositions {
    @Override
    public long of(String follower) {
      if (away.get()) {
        throw new StoreUnavailable("away");
      }
      return positions.of(follower);
    }

    @Override
    public boolean advance(String follower, long from, long to) {
      return positions.advance(follower, from, to);
    }
  }
}
