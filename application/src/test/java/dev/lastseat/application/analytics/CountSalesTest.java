package dev.lastseat.application.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fact.FollowFacts;
import dev.lastseat.domain.analytics.Sales;
import dev.lastseat.domain.analytics.Sales.Figure;
import dev.lastseat.domain.analytics.SalesSlot;
import dev.lastseat.domain.analytics.SlotSales;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fake.FakeFactPositions;
import dev.lastseat.domain.fake.FakeSalesFigures;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.fixture.Trials;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CountSalesTest {
  private static final int BOOKINGS = 12;

  private final FakeStore store = new FakeStore();
  private final FakeEvents events = new FakeEvents(store);
  private final FakeBookings bookings = new FakeBookings(store);
  private final FakeFactLog log = new FakeFactLog(store);
  private final FakeSalesFigures figures = new FakeSalesFigures();
  private final CountSales count = new CountSales(log, figures);
  private final FakeFactPositions positions = new FakeFactPositions();
  private final FollowFacts follow = new FollowFacts(log, positions, List.of(count));

  private final Event event = AnEvent.published().places(100).event();

  private Sales counted() {
    return figures.between(Optional.of(event.id()), Instant.EPOCH, Instant.MAX).stream()
        .map(SlotSales::sales)
        .reduce(Sales.NONE, Sales::plus);
  }

  @Test
  void the_figures_are_what_a_count_of_the_bookings_finds_whenever_it_is_counted() {
    Trials.of(random -> new CountSalesTest().assertCounted(random));
  }

  private void assertCounted(SplittableRandom random) {
    events.add(event);
    List<Booking> made = new ArrayList<>();
    for (int i = 0; i < BOOKINGS; i++) {
      made.add(live(random, i + 1));
      if (random.nextInt(3) == 0) {
        follow.handle();
      }
    }
    follow.handle();
    count.handle(log.after(random.nextInt(BOOKINGS), BOOKINGS));

    assertThat(counted()).isEqualTo(made.stream().map(this::of).reduce(Sales.NONE, Sales::plus));
  }

  /** A booking at some time, in any of its states. */
  private Booking live(SplittableRandom random, int place) {
    Instant at = TickingClock.START.plus(Duration.ofMinutes(random.nextInt(200)));
    ABooking booking = ABooking.of(event.id(), place).at(at);
    Booking.Live made = random.nextBoolean() ? booking.pending() : booking.confirmed();
    bookings.record(made);
    int fate = random.nextInt(4);
    if (fate == 0) {
      return changed(made, made.cancel(at.plusSeconds(700), Reason.NOT_GIVEN));
    }
    if (made instanceof Booking.Pending hold && fate < 3) {
      return changed(hold, fate == 1 ? hold.expire(hold.expiresAt()) : hold.confirm(at));
    }
    return made;
  }

  private Booking changed(Booking.Live from, Booking to) {
    assertThat(bookings.change(from, to)).isTrue();
    return to;
  }

  /** What one booking comes to, by the state that it has. */
  private Sales of(Booking booking) {
    long price = booking.details().totalPrice().minorUnits();
    long held = booking.details().hold() ? 1 : 0;
    Map<Figure, Long> sold =
        Map.of(
            Figure.HOLDS,
            held,
            Figure.HOLDS_CONFIRMED,
            held,
            Figure.BOOKINGS,
            1L,
            Figure.TICKETS,
            1L,
            Figure.REVENUE,
            price);
    return switch (booking) {
      case Booking.Pending _ -> new Sales(Map.of(Figure.HOLDS, 1L));
      case Booking.Confirmed _ -> new Sales(sold);
      case Booking.Expired _ -> new Sales(Map.of(Figure.HOLDS, 1L, Figure.HOLDS_EXPIRED, 1L));
      case Booking.Cancelled cancelled ->
          cancelled.confirmedAt().isPresent()
              ? new Sales(cancelledAfter(sold, price))
              : new Sales(Map.of(Figure.HOLDS, 1L, Figure.HOLDS_CANCELLED, 1L));
    };
  }

  private static Map<Figure, Long> cancelledAfter(Map<Figure, Long> sold, long price) {
    Map<Figure, Long> all = new EnumMap<>(sold);
    all.put(Figure.CANCELLED_BOOKINGS, 1L);
    all.put(Figure.CANCELLED_TICKETS, 1L);
    all.put(Figure.CANCELLED_REVENUE, price);
    return all;
  }

  @Test
  void what_is_given_back_is_counted_once_with_what_is_kept_and_the_booking_when_nothing_stands() {
    events.add(event);
    Booking.Confirmed sold = ABooking.of(event.id(), 1, 2, 3).confirmed();
    bookings.record(sold);
    Return one =
        new Return(
            List.of(2),
            new Money(250, Money.currency("EUR")),
            TickingClock.START,
            Optional.empty());
    Booking.Confirmed less = (Booking.Confirmed) sold.giveBack(one);
    changed(sold, less);
    follow.handle();
    assertThat(counted())
        .isEqualTo(
            new Sales(
                Map.of(
                    Figure.BOOKINGS,
                    1L,
                    Figure.TICKETS,
                    3L,
                    Figure.REVENUE,
                    7_500L,
                    Figure.CANCELLED_TICKETS,
                    1L,
                    Figure.CANCELLED_REVENUE,
                    2_500L,
                    Figure.RETURN_FEES,
                    250L)));

    changed(less, less.cancel(TickingClock.START, Reason.NOT_GIVEN));
    follow.handle();
    assertThat(counted())
        .isEqualTo(
            new Sales(
                Map.of(
                    Figure.BOOKINGS,
                    1L,
                    Figure.TICKETS,
                    3L,
                    Figure.REVENUE,
                    7_500L,
                    Figure.CANCELLED_BOOKINGS,
                    1L,
                    Figure.CANCELLED_TICKETS,
                    3L,
                    Figure.CANCELLED_REVENUE,
                    7_500L,
                    Figure.RETURN_FEES,
                    250L)));
  }

  @Test
  void all_of_it_can_be_counted_again() {
    events.add(event);
    bookings.record(ABooking.of(event.id(), 1).confirmed());
    follow.handle();
    Sales before = counted();
    SalesSlot slot = SalesSlot.at(event.id(), TickingClock.START, Money.currency("EUR"));
    figures.save(figures.find(List.of(slot)).getFirst().with(99, before), 2);
    assertThat(counted()).isNotEqualTo(before);

    assertThat(new RecountSales(log, positions, figures).handle()).isEqualTo(2);
    assertThat(counted()).isEqualTo(before);
  }

  @Test
  void what_happened_is_counted_in_the_quarter_of_an_hour_in_which_it_took_effect() {
    events.add(event);
    Booking.Pending hold = ABooking.of(event.id(), 1).pending();
    bookings.record(hold);
    bookings.change(hold, hold.confirm(TickingClock.START.plusSeconds(899)));
    Booking.Pending late = ABooking.of(event.id(), 2).pending(TickingClock.START.plusSeconds(900));
    bookings.record(late);
    bookings.change(late, late.expire(late.expiresAt()));
    follow.handle();

    List<SlotSales> slots = figures.between(Optional.empty(), Instant.EPOCH, Instant.MAX);
    assertThat(slots)
        .extracting(it -> it.slot().start())
        .containsExactly(TickingClock.START, TickingClock.START.plusSeconds(900));
    assertThat(slots)
        .extracting(it -> it.sales().of(Figure.HOLDS_CONFIRMED))
        .containsExactly(1L, 0L);
    assertThat(slots).extracting(it -> it.sales().of(Figure.HOLDS_EXPIRED)).containsExactly(0L, 1L);
  }
}
