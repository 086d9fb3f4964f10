package dev.lastseat.bootstrap.e2e;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.booking.cancel.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.claim.BookingChanges;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.bench.Clients;
import dev.lastseat.embedded.memory.InProcessAdapters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds that end while their event, which has very many, is being cancelled. */
class CancelledHoldsTest {
  private static final int HOLDS = 4_000;
  private static final Instant END = TickingClock.START.plus(ABooking.HOLD);

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void a_hold_is_over_at_its_end_in_every_answer_whether_or_not_its_turn_has_come() {
    TickingClock clock = new TickingClock();
    try (EmbeddedAdapters store = EmbeddedAdapters.open(folder, clock)) {
      Event event = AnEvent.published("large").places(HOLDS).event();
      store.store().events().add(event);
      List<Booking.Pending> holds =
          IntStream.rangeClosed(1, HOLDS)
              .mapToObj(place -> ABooking.of(event.id(), place).pending())
              .toList();
      Clients.run(256, holds, store.store().bookings()::record);
      store.store().events().update(event.cancel(TickingClock.START));
      Clock halfway = new HalfwayClock(() -> requireNoneIsHeld(store, event, holds));

      int ended = cancel(store.store().bookings(), clock, halfway).handle();

      assertThat(ended).isEqualTo(HOLDS);
      assertThat(number(store.store().bookings(), event, BookingStatus.CANCELLED))
          .isEqualTo(HOLDS / 2);
      assertThat(number(store.store().bookings(), event, BookingStatus.EXPIRED))
          .isEqualTo(HOLDS / 2);
    }
  }

  private static void requireNoneIsHeld(
      EmbeddedAdapters store, Event event, List<Booking.Pending> holds) {
    Bookings bookings = store.store().bookings();
    assertThat(bookings.findAll(holds.stream().map(Booking::id).toList()).values())
        .as("what is stored")
        .filteredOn(Booking.Pending.class::isInstance)
        .hasSize(HOLDS / 2);
    assertThat(bookings.count(List.of(event.id()), END))
        .containsEntry(event.id(), TicketCounts.NONE);
    assertThat(number(bookings, event, BookingStatus.PENDING)).isZero();
    assertThat(number(bookings, event, BookingStatus.EXPIRED)).isEqualTo(HOLDS / 2);
    FindBooking finder =
        new FindBooking(
            bookings, store.store().events(), store.store().users(), Clock.fixed(END, UTC));
    assertThat(finder.withEvents(List.copyOf(holds)))
        .extracting(BookingWithEvent::booking)
        .hasOnlyElementsOfType(Booking.Expired.class);
  }

  private static long number(Bookings bookings, Event event, BookingStatus status) {
    BookingQuery query = BookingQuery.all(new PageRequest.Numbered(1, 1)).in(status).of(event.id());
    return bookings.search(query, END).total().orElseThrow();
  }

  private static CancelBookingsOfCancelledEvents cancel(
      Bookings bookings, Clock clock, Clock halfway) {
    InProcessAdapters caches = new InProcessAdapters(clock);
    BookingChanges changes =
        new BookingChanges(
            bookings,
            caches.placeHints(),
            caches.availabilityCache(Duration.ofSeconds(5)),
            caches.firstPages(),
            clock);
    return new CancelBookingsOfCancelledEvents(bookings, changes, halfway);
  }

  /** Stands at the beginning while half of the holds are cancelled, and at their end then. */
  private static final class HalfwayClock extends Clock {
    private final Runnable halfway;
    private int asked;

    HalfwayClock(Runnable halfway) {
      this.halfway = halfway;
    }

    @Override
    public Instant instant() {
      if (asked == HOLDS / 2) {
        halfway.run();
      }
      return asked++ < HOLDS / 2 ? TickingClock.START : END;
    }

    @Override
    public ZoneId getZone() {
      return UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("knows UTC only");
    }
  }
}
