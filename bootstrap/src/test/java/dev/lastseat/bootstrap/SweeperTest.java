package dev.lastseat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lastseat.application.booking.BookingChanges;
import dev.lastseat.application.booking.ExpireHolds;
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
      try (Sweeper _ = new Sweeper(List.of(() -> fail(sweeps, failure)), Duration.ofMillis(1))) {
        sweeps.await();
      }
      assertThat(log.lines()).hasSizeGreaterThanOrEqualTo(2).containsOnly(said);
    }
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

    try (Sweeper _ = new Sweeper(List.of(cancelWithoutEnd, expireHolds), Duration.ofMillis(1))) {
      expired.await();
    }
    assertThat(bookings.count(List.of(event.id()), TickingClock.START))
        .containsEntry(event.id(), TicketCounts.NONE);
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
