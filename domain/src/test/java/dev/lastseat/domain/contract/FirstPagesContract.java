package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.cache.FirstPages;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every cache of first pages promises. */
public abstract class FirstPagesContract {
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final PageRequest NUMBERED = new PageRequest.Numbered(1, 20);
  private static final Instant LATER = TickingClock.START.plus(Duration.ofHours(1));

  private static final ABooking A = ABooking.of(new EventId("event-1"), 1, 2).by(ADA);
  private static final ABooking B = ABooking.of(new EventId("event-2"), 7).by(ADA);
  private static final Page<Booking> OLD = page(A.confirmed());
  private static final Page<Booking> NEW = page(B.confirmed(), A.confirmed());

  private final TickingClock clock = new TickingClock();
  private FirstPages pages;

  /** Nothing is remembered yet; what is will be for 30 seconds by the clock. */
  protected abstract FirstPages open(TickingClock clock);

  @BeforeEach
  void openPages() {
    pages = open(clock);
  }

  @Test
  void a_page_is_read_once_and_then_remembered_as_it_was() {
    assertThat(pages.get(ADA, NUMBERED, () -> OLD)).isEqualTo(OLD);
    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(OLD);
  }

  @Test
  void bookings_of_every_state_are_remembered_with_all_that_is_known_of_them() {
    Page<Booking> page =
        page(
            A.pending(),
            A.confirmed(),
            A.confirmed().cancel(LATER, new Reason("Ill: \"flu\", 2:Zoë 🎫")),
            A.pending().cancel(LATER, Reason.NOT_GIVEN),
            A.pending().expire(LATER),
            AnOrder.of(A, B).bookings().getFirst());
    pages.get(ADA, NUMBERED, () -> page);

    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(page);
  }

  @Test
  void an_empty_page_is_remembered_too() {
    pages.get(ADA, NUMBERED, FirstPagesContract::page);

    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(page());
  }

  @Test
  void a_page_is_remembered_with_where_the_next_one_begins() {
    PageRequest after = new PageRequest.After(Optional.empty(), 1);
    Page<Booking> page =
        new Page<>(
            List.of(A.pending()), Optional.empty(), Optional.of(new Position("2026:1", "1")));
    pages.get(ADA, after, () -> page);

    assertThat(pages.get(ADA, after, () -> NEW)).isEqualTo(page);
  }

  @Test
  void another_request_is_answered_with_its_own_page() {
    pages.get(ADA, NUMBERED, () -> OLD);

    for (PageRequest other :
        List.of(
            new PageRequest.Numbered(1, 21),
            new PageRequest.After(Optional.empty(), 20),
            new PageRequest.After(Optional.empty(), 21))) {
      assertThat(pages.get(ADA, other, () -> NEW)).as(other.toString()).isEqualTo(NEW);
    }
  }

  @Test
  void every_user_has_pages_of_his_own() {
    pages.get(ADA, NUMBERED, () -> OLD);
    pages.get(BOB, NUMBERED, () -> NEW);
    pages.forget(BOB);

    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(OLD);
    assertThat(pages.get(BOB, NUMBERED, () -> OLD)).isEqualTo(OLD);
  }

  @Test
  void pages_that_were_forgotten_are_read_again() {
    pages.get(ADA, NUMBERED, () -> OLD);
    pages.forget(ADA);

    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void a_page_is_remembered_for_half_a_minute() {
    pages.get(ADA, NUMBERED, () -> OLD);
    clock.advance(Duration.ofMillis(29_999));
    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(OLD);

    clock.advance(Duration.ofMillis(1));
    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void a_clock_that_is_put_back_a_day_lets_no_page_be_remembered_for_so_long() {
    pages.get(ADA, NUMBERED, () -> OLD);
    clock.advance(Duration.ofDays(-1));
    pages.get(ADA, NUMBERED, () -> OLD);
    clock.advance(Duration.ofSeconds(30));

    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void a_read_that_fails_fails_its_caller_and_the_next_one_reads_again() {
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> pages.get(ADA, NUMBERED, FirstPagesContract::fail));
    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(NEW);
  }

  @Test
  void a_page_that_was_read_while_it_was_forgotten_is_not_remembered() {
    Page<Booking> read =
        pages.get(
            ADA,
            NUMBERED,
            () -> {
              pages.forget(ADA);
              return OLD;
            });

    assertThat(read).isEqualTo(OLD);
    assertThat(pages.get(ADA, NUMBERED, () -> NEW)).isEqualTo(NEW);
  }

  private static Page<Booking> page(Booking... bookings) {
    return new Page<>(List.of(bookings), Optional.of((long) bookings.length), Optional.empty());
  }

  private static Page<Booking> fail() {
    throw new StoreUnavailable("no pages");
  }
}
