package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.Sales.Figure;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of figures. */
public abstract class SalesFiguresContract {
  private static final EventId EVENT = new EventId("event-1");
  private static final Sales SALES =
      new Sales(
          Arrays.stream(Figure.values())
              .collect(Collectors.toMap(Function.identity(), it -> 7_000_000_000L + it.ordinal())));
  private static final Instant NOON = TickingClock.START;

  private SalesFigures figures;

  /** An empty store; called before each test. */
  protected abstract SalesFigures open();

  @BeforeEach
  void openStore() {
    figures = open();
  }

  private static SalesSlot slot(EventId event, int quarters, String currency) {
    Instant at = NOON.plus(Duration.ofMinutes(15L * quarters));
    return SalesSlot.at(event, at, Money.currency(currency));
  }

  private SlotSales saved(SalesSlot slot) {
    SlotSales counted = new SlotSales(slot, 12, SALES);
    assertThat(figures.save(counted, 0)).isTrue();
    return counted;
  }

  @Test
  void figures_are_found_as_they_were_saved() {
    SlotSales euros = saved(slot(EVENT, 0, "EUR"));
    SlotSales yen = saved(slot(EVENT, 0, "JPY"));
    assertThat(figures.find(List.of(euros.slot(), yen.slot(), slot(EVENT, 1, "EUR"))))
        .containsExactlyInAnyOrder(euros, yen);
  }

  @Test
  void figures_that_others_have_counted_on_are_not_written_over() {
    SlotSales first = saved(slot(EVENT, 0, "EUR"));
    SlotSales second = first.with(20, SALES);
    assertThat(figures.save(second, 12)).isTrue();
    assertThat(figures.save(first.with(21, SALES), 12)).isFalse();
    assertThat(figures.save(first, 0)).isFalse();
    assertThat(figures.find(List.of(first.slot()))).containsExactly(second);
  }

  @Test
  void of_many_who_count_the_same_one_is_written() {
    SalesSlot slot = slot(EVENT, 0, "EUR");
    assertThat(Race.of(8, i -> figures.save(new SlotSales(slot, 5 + i, SALES), 0)))
        .containsOnlyOnce(true);
  }

  @Test
  void figures_are_listed_by_time_and_by_event() {
    EventId other = new EventId("event-2");
    SlotSales early = saved(slot(EVENT, 0, "EUR"));
    SlotSales later = saved(slot(EVENT, 2, "EUR"));
    SlotSales others = saved(slot(other, 1, "EUR"));
    Instant first = early.slot().start();
    Instant last = later.slot().start();

    assertThat(figures.between(Optional.of(EVENT), first, last)).containsExactly(early);
    assertThat(figures.between(Optional.empty(), first, last.plusMillis(1)))
        .containsExactly(early, others, later);
    assertThat(figures.between(Optional.empty(), first.plusMillis(1), last))
        .containsExactly(others);
  }

  @Test
  void what_was_cleared_can_be_counted_again() {
    SlotSales counted = saved(slot(EVENT, 0, "EUR"));
    figures.clear();
    assertThat(figures.find(List.of(counted.slot()))).isEmpty();
    assertThat(figures.save(counted, 0)).isTrue();
  }
}
