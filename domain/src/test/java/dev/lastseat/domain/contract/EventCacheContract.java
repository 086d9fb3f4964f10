package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.EventCache;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every cache of events promises. */
public abstract class EventCacheContract {
  private static final Event OLD =
      AnEvent.draft("event-1").schedule(EventReadsContract.FULL).event();
  private static final Event NEW = OLD.publish(TickingClock.START.plusSeconds(1));
  private static final EventId ID = OLD.id();

  private EventCache cache;

  /** Nothing is remembered yet. */
  protected abstract EventCache open(TickingClock clock);

  @BeforeEach
  void openCache() {
    cache = open(new TickingClock());
  }

  @Test
  void an_event_is_read_once_and_then_remembered_as_it_was() {
    assertThat(cache.get(ID, _ -> Optional.of(OLD))).contains(OLD);
    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(OLD);
  }

  @Test
  void an_event_is_read_by_its_id() {
    cache.get(ID, _ -> Optional.of(OLD));
    Event other = AnEvent.published("event-2").event();

    Optional<Event> read =
        cache.get(other.id(), id -> Optional.of(other).filter(it -> it.id().equals(id)));

    assertThat(read).contains(other);
    assertThat(cache.get(ID, _ -> Optional.empty())).contains(OLD);
  }

  @Test
  void an_event_that_is_not_found_is_not_remembered() {
    assertThat(cache.get(ID, _ -> Optional.empty())).isEmpty();
    assertThat(cache.get(ID, _ -> Optional.of(OLD))).contains(OLD);
  }

  @Test
  void an_event_that_was_forgotten_is_read_again() {
    cache.get(ID, _ -> Optional.of(OLD));
    cache.forget(ID);

    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(NEW);
  }

  @Test
  void an_event_that_is_refreshed_is_read_and_remembered_as_it_is_now() {
    cache.get(ID, _ -> Optional.of(OLD));

    assertThat(cache.refresh(ID, _ -> Optional.of(NEW))).contains(NEW);
    assertThat(cache.get(ID, _ -> Optional.empty())).contains(NEW);
  }

  @Test
  void an_event_that_is_gone_when_it_is_refreshed_is_not_remembered() {
    cache.get(ID, _ -> Optional.of(OLD));

    assertThat(cache.refresh(ID, _ -> Optional.empty())).isEmpty();
    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(NEW);
  }

  @Test
  void a_refresh_that_began_before_its_event_was_forgotten_is_not_remembered() throws Exception {
    Thread forgetter = Thread.ofPlatform().unstarted(() -> cache.forget(ID));

    Optional<Event> read = cache.refresh(ID, _ -> readWhileForgotten(forgetter));
    forgetter.join();

    assertThat(read).contains(OLD);
    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(NEW);
  }

  @Test
  void forgetting_one_event_forgets_no_other_and_forgetting_nothing_is_no_error() {
    cache.get(ID, _ -> Optional.of(OLD));
    cache.forget(new EventId("event-2"));

    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(OLD);
  }

  @Test
  void a_read_that_fails_fails_its_caller_and_the_next_one_reads_again() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> cache.get(ID, EventCacheContract::fail));
    assertThat(cache.get(ID, _ -> Optional.of(OLD))).contains(OLD);
  }

  @Test
  void a_read_that_began_before_its_event_was_forgotten_is_not_remembered() throws Exception {
    Thread forgetter = Thread.ofPlatform().unstarted(() -> cache.forget(ID));

    Optional<Event> read = cache.get(ID, _ -> readWhileForgotten(forgetter));
    forgetter.join();

    assertThat(read).contains(OLD);
    assertThat(cache.get(ID, _ -> Optional.of(NEW))).contains(NEW);
  }

  /** A cache may forget at once, or make the forgetter wait for the read. */
  @SuppressWarnings("ThreadPriorityCheck") // only how soon it ends depends on the scheduler
  private static Optional<Event> readWhileForgotten(Thread forgetter) {
    forgetter.start();
    while (forgetter.getState() == Thread.State.RUNNABLE) {
      Thread.yield();
    }
    return Optional.of(OLD);
  }

  @RepeatedTest(3)
  void whoever_forgets_an_event_is_never_told_an_older_version_again() {
    AtomicLong stored = new AtomicLong(1);

    List<Boolean> current = Race.of(8, i -> i == 0 ? changeOften(stored) : lookOften(stored));

    assertThat(current).containsOnly(true);
  }

  private boolean changeOften(AtomicLong stored) {
    boolean current = true;
    for (int i = 0; i < 200; i++) {
      long version = stored.incrementAndGet();
      cache.forget(ID);
      current &= look(stored) >= version;
    }
    return current;
  }

  private boolean lookOften(AtomicLong stored) {
    long newest = 0;
    for (int i = 0; i < 200; i++) {
      newest = Math.max(newest, look(stored));
    }
    return newest >= 1;
  }

  private long look(AtomicLong stored) {
    return cache.get(ID, _ -> readSlowly(stored)).orElseThrow().version();
  }

  @SuppressWarnings("ThreadPriorityCheck") // lets others in before the answer is remembered
  private static Optional<Event> readSlowly(AtomicLong stored) {
    Event read = version(stored.get());
    Thread.yield();
    return Optional.of(read);
  }

  private static Event version(long version) {
    return new Event(
        ID,
        OLD.organiser(),
        OLD.details(),
        OLD.status(),
        version,
        OLD.createdAt(),
        OLD.updatedAt());
  }

  private static Optional<Event> fail(EventId id) {
    throw new StoreUnavailable("no answer for " + id);
  }
}
