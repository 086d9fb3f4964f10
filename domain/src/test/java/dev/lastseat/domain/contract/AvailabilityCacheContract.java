package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.AvailabilityCache;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cache of availability promises, as long as it does not forget by itself. */
public abstract class AvailabilityCacheContract {
  private static final EventId ONE = new EventId("event-1");
  private static final EventId TWO = new EventId("event-2");

  private final Set<EventId> recounted = new HashSet<>();
  private AvailabilityCache cache;

  /** An empty cache whose figures grow stale only as its own clock is moved on. */
  protected abstract AvailabilityCache open();

  @BeforeEach
  void openCache() {
    cache = open();
  }

  @Test
  void what_was_never_counted_is_counted_and_nothing_else() {
    get(List.of(ONE), new TicketCounts(1, 2));
    recounted.clear();

    assertThat(get(List.of(ONE, TWO), new TicketCounts(3, 4)))
        .containsOnlyKeys(ONE, TWO)
        .containsEntry(ONE, new TicketCounts(1, 2))
        .containsEntry(TWO, new TicketCounts(3, 4));
    assertThat(recounted).containsExactly(TWO);
  }

  @Test
  void nothing_is_counted_for_nobody() {
    assertThat(get(List.of(), TicketCounts.NONE)).isEmpty();
    assertThat(recounted).isEmpty();
  }

  @Test
  void counts_are_adjusted_up_and_down() {
    get(List.of(ONE, TWO), new TicketCounts(5, 5));

    cache.adjust(ONE, new TicketCounts(2, 0));
    cache.adjust(ONE, new TicketCounts(1, -3));

    assertThat(get(List.of(ONE, TWO), TicketCounts.NONE))
        .containsEntry(ONE, new TicketCounts(8, 2))
        .containsEntry(TWO, new TicketCounts(5, 5));
  }

  @Test
  void what_was_never_counted_is_not_adjusted() {
    cache.adjust(ONE, new TicketCounts(2, 0));

    assertThat(get(List.of(ONE), new TicketCounts(7, 7)))
        .containsEntry(ONE, new TicketCounts(7, 7));
  }

  @Test
  void what_was_forgotten_is_counted_anew() {
    get(List.of(ONE, TWO), new TicketCounts(1, 1));
    cache.forget(ONE);
    recounted.clear();

    assertThat(get(List.of(ONE, TWO), new TicketCounts(2, 2)))
        .containsEntry(ONE, new TicketCounts(2, 2))
        .containsEntry(TWO, new TicketCounts(1, 1));
    assertThat(recounted).containsExactly(ONE);
  }

  @Test
  void no_adjustment_of_many_at_once_is_lost() {
    get(List.of(ONE), TicketCounts.NONE);

    Race.of(
        32,
        i -> {
          cache.adjust(ONE, new TicketCounts(1, 2));
          return i;
        });

    assertThat(get(List.of(ONE), TicketCounts.NONE)).containsEntry(ONE, new TicketCounts(32, 64));
  }

  private Map<EventId, TicketCounts> get(Collection<EventId> events, TicketCounts counts) {
    return cache.get(events, wanted -> recount(wanted, counts)).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().counts()));
  }

  private Map<EventId, TicketCounts> recount(Collection<EventId> wanted, TicketCounts counts) {
    recounted.addAll(wanted);
    return wanted.stream().collect(Collectors.toMap(Function.identity(), _ -> counts));
  }
}
