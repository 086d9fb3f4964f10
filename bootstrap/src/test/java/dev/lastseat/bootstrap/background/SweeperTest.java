package dev.lastseat.bootstrap.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lastseat.application.booking.hold.ExpireHolds;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.bootstrap.LogOf;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeAvailabilityCache;
import dev.lastseat.domain.fake.FakeBookings;
import dev.lastseat.domain.fake.FakeEvents;
import dev.lastseat.domain.fake.FakeFirstPages;
import dev.lastseat.domain.fake.FakePlaceHints;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweeperTest {
  static List<Arguments> failures() {
    return List.of(
        arguments(new StoreUnavailable("away"), "WARN sweep put off: away"),
        arguments(new IllegalStateException("wrong"), "ERROR sweep failed"),
        arguments(new StackOverflowError("deep"), "ERROR sweep failed"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_sweep_that_fails_is_logged_and_comes_again(Throwable failure, String said)
      throws Exception {
    CountDownLatch sweeps = new CountDownLatch(3);
    try (LogOf log = new LogOf(Sweeper.class)) {
      try (Sweeper _ = new Sweeper(List.of(sweep(() -> fail(sweeps, failure))))) {
        sweeps.await();
      }
      assertThat(log.lines()).hasSizeGreaterThanOrEqualTo(2).containsOnly(said);
    }
  }

  @Test
  void a_sweep_that_may_find_more_comes_again_sooner() {
    assertThat(new Sweep(() -> true, Sweep.OFTEN).run()).isLessThan(Sweep.OFTEN);
    assertThat(new Sweep(() -> false, Sweep.OFTEN).run()).isEqualTo(Sweep.OFTEN);
  }

  private static Sweep sweep(Runnable work) {
    return new Sweep(
        () -> {
          work.run();
          return false;
        },
        Duration.ofMillis(1));
  }

  private static void fail(CountDownLatch sweeps, Throwable failure) {
    sweeps.countDown();
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  /** The cancelling has no end here before the hold has expired. */
  @Test
  void a_hold_expires_while_another_event_is_being_cancelled() throws Exception {
    TickingClock clock = new TickingClock();
    FakeStore store = new FakeStore();
    FakeBookings bookings = new FakeBookings(store);
    Event event = AnEvent.published("event-1").event();
    new FakeEvents(store).add(event);
    bookings.record(ABooking.of(event.id(), 1).pending());
    clock.advance(ABooking.HOLD);
    ExpireHolds expire = new ExpireHolds(bookings, changes(bookings, clock), clock);
    CountDownLatch cancelling = new CountDownLatch(1);
    CountDownLatch expired = new CountDownLatch(1);
    Runnable cancelWithoutEnd =
        () -> {
          cancelling.countDown();
          await(expired);
        };
    Runnable expireHolds =
        () -> {
          await(cancelling);
          if (expire.handle() == 1) {
            expired.countDown();
          }
        };

    try (Sweeper _ = new Sweeper(List.of(sweep(cancelWithoutEnd), sweep(expireHolds)))) {
      expired.await();
    }
    assertThat(bookings.count(List.of(event.id()), TickingClock.START))
        .containsEntry(event.id(), TicketCounts.NONE);
  }

  /** Whenever it ends between two sweeps, of one instance or of several that sweep in turn. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a_hold_is_expired_half_a_second_after_its_end_at_the_latest(int instances) {
    for (int phase = 0; phase < Sweep.OFTEN.toMillis(); phase += 20) {
      TickingClock clock = new TickingClock();
      FakeStore store = new FakeStore();
      FakeBookings bookings = new FakeBookings(store);
      Event event = AnEvent.published("event-1").event();
      new FakeEvents(store).add(event);
      Booking.Pending hold = ABooking.of(event.id(), 1).pending();
      bookings.record(hold);
      ExpireHolds expire = new ExpireHolds(bookings, changes(bookings, clock), clock);

      clock.advance(ABooking.HOLD.minusMillis(phase));
      Duration step = Sweep.OFTEN.dividedBy(instances);
      while (bookings.find(hold.id()).orElseThrow() instanceof Booking.Pending) {
        clock.advance(step);
        expire.handle();
      }

      assertThat(clock.instant())
          .isBetween(hold.expiresAt(), hold.expiresAt().plus(Duration.ofMillis(500)));
    }
  }

  private static BookingChanges changes(FakeBookings bookings, TickingClock clock) {
    return new BookingChanges(
        bookings,
        new FakePlaceHints(clock),
        new FakeAvailabilityCache(clock, Duration.ofSeconds(5)),
        new FakeFirstPages(clock),
        clock);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
