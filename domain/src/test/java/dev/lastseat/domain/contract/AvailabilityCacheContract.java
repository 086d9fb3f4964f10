package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.AvailabilityCache;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every cache of ticket counts promises. */
public abstract class AvailabilityCacheContract {
  protected static final Duration TTL = Duration.ofSeconds(5);
  private static final EventId ONE = new EventId("event-1");
  private static final EventId TWO = new EventId("event-2");

  private final TickingClock clock = new TickingClock();
  private final CountingStore store = new CountingStore();
  private AvailabilityCache cache;

  /** Nothing was counted yet; counts are too old after {@link #TTL} by the clock. */
  protected abstract AvailabilityCache open(TickingClock clock);

  @BeforeEach
  void openCache() {
    cache = open(clock);
  }

  @Test
  void events_that_were_never_counted_are_counted_now_and_together() {
    store.holds(ONE, new TicketCounts(3, 1)).holds(TWO, new TicketCounts(7, 0));

    assertThat(cache.get(List.of(ONE, TWO, ONE), store))
        .isEqualTo(
            Map.of(
                ONE, new Counted(new TicketCounts(3, 1), clock.instant()),
                TWO, new Counted(new TicketCounts(7, 0), clock.instant())));
    assertThat(store.asked()).hasSize(1).first().satisfies(this::isOneAndTwo);
  }

  @Test
  void what_is_sold_from_contingents_is_counted_and_adjusted_too() {
    store.holds(ONE, new TicketCounts(3, 1, Map.of("Press", 2, "of:a", 1)));
    cache.get(List.of(ONE), store);

    cache.adjust(ONE, new TicketCounts(2, 0, Map.of("Press", 1, "Sponsors, 肉", 1)));
    cache.adjust(ONE, new TicketCounts(-1, 0, Map.of("of:a", -2)));

    assertThat(cache.get(List.of(ONE), store))
        .isEqualTo(
            Map.of(
                ONE,
                new Counted(
                    new TicketCounts(4, 1, Map.of("Press", 3, "Sponsors, 肉", 1, "of:a", 0)),
                    clock.instant())));
  }

  @Test
  void a_recount_leaves_no_contingent_of_which_nothing_is_sold_any_more() {
    store.holds(ONE, new TicketCounts(3, 0, Map.of("Press", 2)));
    cache.get(List.of(ONE), store);
    clock.advance(TTL);
    store.holds(ONE, new TicketCounts(1, 0));

    assertThat(cache.get(List.of(ONE), store).get(ONE))
        .isEqualTo(new Counted(new TicketCounts(1, 0), clock.instant()));
    assertThat(cache.get(List.of(ONE), store).get(ONE))
        .isEqualTo(new Counted(new TicketCounts(1, 0), clock.instant()));
  }

  private void isOneAndTwo(List<EventId> asked) {
    assertThat(asked).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void nobody_counts_for_nothing() {
    assertThat(cache.get(List.of(), store)).isEmpty();
    assertThat(store.asked()).isEmpty();
  }

  @Test
  void counts_are_remembered_with_the_time_they_are_of() {
    Counted counted = get(ONE);
    store.holds(ONE, new TicketCounts(9, 9));
    clock.advance(TTL.minusMillis(1));

    assertThat(get(ONE)).isEqualTo(counted);
    assertThat(store.asked()).hasSize(1);
  }

  @Test
  void only_those_that_are_not_known_are_counted() {
    get(ONE);
    cache.get(List.of(ONE, TWO), store);

    assertThat(store.asked()).containsExactly(List.of(ONE), List.of(TWO));
  }

  @Test
  void counts_that_are_too_old_are_counted_again() {
    get(ONE);
    store.holds(ONE, new TicketCounts(9, 9));
    clock.advance(TTL.plusMillis(1));

    assertThat(get(ONE)).isEqualTo(new Counted(new TicketCounts(9, 9), clock.instant()));
  }

  @Test
  void counts_are_counted_again_and_kept_when_the_clock_was_put_back() {
    get(ONE);
    store.holds(ONE, new TicketCounts(9, 9));
    clock.advance(Duration.ofDays(-1));

    assertThat(get(ONE)).isEqualTo(new Counted(new TicketCounts(9, 9), clock.instant()));
    assertThat(get(ONE)).isEqualTo(new Counted(new TicketCounts(9, 9), clock.instant()));
    assertThat(store.asked()).hasSize(2);
  }

  @Test
  void while_one_recounts_everybody_else_is_served_the_old_figure() {
    Counted old = get(ONE);
    store.holds(ONE, new TicketCounts(9, 9));
    clock.advance(TTL.plusMillis(1));

    store.whileCounting(
        () -> assertThat(Race.of(1, _ -> get(ONE))).as("meanwhile").containsExactly(old));

    assertThat(get(ONE).counts()).isEqualTo(new TicketCounts(9, 9));
    assertThat(store.asked()).hasSize(2);
  }

  @RepeatedTest(3)
  void of_many_who_find_an_old_figure_exactly_one_recounts() {
    get(ONE);
    clock.advance(TTL.plusMillis(1));

    Race.of(24, _ -> get(ONE));

    assertThat(store.asked()).hasSize(2);
  }

  @Test
  void counts_are_adjusted_by_what_happens_and_keep_their_age() {
    store.holds(ONE, new TicketCounts(3, 1));
    Counted counted = get(ONE);
    clock.advance(Duration.ofSeconds(1));

    cache.adjust(ONE, new TicketCounts(2, 0));
    cache.adjust(ONE, new TicketCounts(1, -1));

    assertThat(get(ONE)).isEqualTo(new Counted(new TicketCounts(6, 0), counted.asOf()));
  }

  @RepeatedTest(3)
  void no_adjustment_is_lost() {
    get(ONE);

    Race.of(24, i -> adjust(new TicketCounts(1, i)));

    assertThat(get(ONE).counts()).isEqualTo(new TicketCounts(24, 23 * 24 / 2));
  }

  private boolean adjust(TicketCounts change) {
    cache.adjust(ONE, change);
    return true;
  }

  @Test
  void what_was_never_counted_cannot_be_adjusted() {
    store.holds(ONE, new TicketCounts(3, 1));
    cache.adjust(ONE, new TicketCounts(5, 5));

    assertThat(get(ONE).counts()).isEqualTo(new TicketCounts(3, 1));
  }

  @Test
  void adjusting_one_event_adjusts_no_other() {
    cache.get(List.of(ONE, TWO), store);
    cache.adjust(TWO, new TicketCounts(1, 0));

    assertThat(get(ONE).counts()).isEqualTo(TicketCounts.NONE);
    assertThat(get(TWO).counts()).isEqualTo(new TicketCounts(1, 0));
  }

  @Test
  void a_count_that_fails_is_tried_again_by_the_next_one() {
    store.failOnce();

    assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> get(ONE));
    assertThat(get(ONE).counts()).isEqualTo(TicketCounts.NONE);
  }

  /** Whether the first one fails or is served the old figure is for the cache to decide. */
  @Test
  void a_recount_that_fails_is_tried_again_by_the_next_one() {
    get(ONE);
    store.holds(ONE, new TicketCounts(9, 9)).failOnce();
    clock.advance(TTL.plusMillis(1));

    Throwable _ = catchThrowable(() -> get(ONE));

    assertThat(get(ONE).counts()).isEqualTo(new TicketCounts(9, 9));
  }

  private Counted get(EventId event) {
    Counted counted = cache.get(List.of(event), store).get(event);
    if (counted == null) {
      throw new AssertionError("left out " + event);
    }
    return counted;
  }
}
