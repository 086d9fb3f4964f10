package dev.lastseat.embedded.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.cache.AvailabilityCache.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventCountsTest {
  private static final Duration TTL = Duration.ofSeconds(5);
  private static final Instant START = TickingClock.START;
  private static final Counted COUNTED = new Counted(new TicketCounts(3, 1), START);

  private final EventCounts counts = new EventCounts();

  @Test
  void of_two_who_ask_for_what_was_never_counted_one_counts_and_the_other_waits() {
    assertThat(counts.ask(START, TTL)).isEqualTo(new EventCounts.Answer.Recount());
    var waiting = (EventCounts.Answer.Wait) counts.ask(START, TTL);

    counts.end(Optional.of(COUNTED));
    assertThat(waiting.result()).isCompletedWithValue(Optional.of(COUNTED));
  }

  @Test
  void who_waits_for_a_count_that_fails_is_told_and_the_next_one_counts() {
    counts.ask(START, TTL);
    var waiting = (EventCounts.Answer.Wait) counts.ask(START, TTL);

    counts.end(Optional.empty());
    assertThat(waiting.result()).isCompletedWithValue(Optional.empty());
    assertThat(counts.ask(START, TTL)).isEqualTo(new EventCounts.Answer.Recount());
  }

  @Test
  void the_old_figure_is_served_until_twice_its_time_has_passed_and_no_longer() {
    counts.ask(START, TTL);
    counts.end(Optional.of(COUNTED));
    assertThat(counts.ask(START.plus(TTL), TTL)).isEqualTo(new EventCounts.Answer.Recount());

    assertThat(counts.ask(START.plus(TTL), TTL)).isEqualTo(new EventCounts.Answer.Known(COUNTED));
    assertThat(counts.ask(START.plus(TTL.multipliedBy(2)), TTL))
        .isInstanceOf(EventCounts.Answer.Wait.class);
  }

  @Test
  void a_clock_that_is_put_back_makes_no_figure_last_longer() {
    counts.ask(START, TTL);
    counts.end(Optional.of(COUNTED));

    assertThat(counts.ask(START.minus(Duration.ofHours(1)), TTL))
        .isEqualTo(new EventCounts.Answer.Recount());
  }

  @Test
  void counts_never_fall_below_nothing() {
    counts.ask(START, TTL);
    counts.end(Optional.of(COUNTED));
    counts.adjust(new TicketCounts(-5, -1));

    assertThat(counts.ask(START, TTL))
        .isEqualTo(new EventCounts.Answer.Known(new Counted(TicketCounts.NONE, START)));
  }
}
