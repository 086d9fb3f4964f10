package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.fixture.Trials;
import dev.lastseat.domain.returns.Returns;
import dev.lastseat.domain.returns.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for a booking whatever anybody tries with it, in whatever order. */
class BookingStatesTest {
  private static final Instant END = TickingClock.START.plus(ABooking.HOLD);

  private static final Map<BookingStatus, Set<BookingStatus>> ALLOWED =
      Map.of(
          BookingStatus.PENDING, EnumSet.allOf(BookingStatus.class),
          BookingStatus.CONFIRMED, EnumSet.of(BookingStatus.CONFIRMED, BookingStatus.CANCELLED),
          BookingStatus.CANCELLED, EnumSet.of(BookingStatus.CANCELLED),
          BookingStatus.EXPIRED, EnumSet.of(BookingStatus.EXPIRED));

  @Test
  void states_follow_each_other_as_allowed_only() {
    Trials.of(
        random -> {
          List<Booking> life = life(acts(random));

          for (int i = 1; i < life.size(); i++) {
            assertThat(BookingStatus.of(life.get(i)))
                .isIn(ALLOWED.getOrDefault(BookingStatus.of(life.get(i - 1)), Set.of()));
          }
        });
  }

  @Test
  void live_states_have_places_and_no_others_do() {
    Trials.of(
        random -> {
          Set<BookingStatus> live = EnumSet.of(BookingStatus.PENDING, BookingStatus.CONFIRMED);

          for (Booking booking : life(acts(random))) {
            assertThat(booking instanceof Booking.Live)
                .isEqualTo(live.contains(BookingStatus.of(booking)));
            if (booking instanceof Booking.Live holder) {
              int tickets =
                  booking.details().quantity().tickets() - booking.returns().tickets().size();
              assertThat(holder.claim().places().count()).isEqualTo(tickets);
              assertThat(holder.claim().allowances().ordinals()).hasSize(tickets);
            }
          }
        });
  }

  @Test
  void what_stands_and_what_was_given_back_is_all_that_was_sold() {
    Trials.of(
        random -> {
          for (Booking booking : life(acts(random))) {
            Totals totals = booking.totals();
            if (booking.returns().list().isEmpty()) {
              assertThat(totals.returned().minorUnits()).isZero();
            } else {
              assertThat(totals.standing().plus(totals.returned())).isEqualTo(totals.booked());
            }
          }
        });
  }

  @Test
  void a_terminal_state_stays_as_it_is() {
    Trials.of(
        random -> {
          List<Booking> life = life(acts(random));

          for (int i = 1; i < life.size(); i++) {
            if (!(life.get(i - 1) instanceof Booking.Live)) {
              assertThat(life.get(i)).isSameAs(life.get(i - 1));
            }
          }
        });
  }

  @Test
  void what_was_booked_never_changes() {
    Trials.of(
        random -> {
          List<Booking> life = life(acts(random));

          assertThat(life).extracting(Booking::details).containsOnly(life.getFirst().details());
        });
  }

  @Test
  void a_hold_was_sold_before_its_end_and_expired_at_it_or_later() {
    Trials.of(
        random -> {
          switch (life(acts(random)).getLast()) {
            case Booking.Pending(BookingDetails _, Claim _, Instant expiresAt) ->
                assertThat(expiresAt).isEqualTo(END);
            case Booking.Confirmed(BookingDetails _, Claim _, Instant at, Returns _) ->
                assertThat(at).isBefore(END);
            case Booking.Cancelled cancelled ->
                assertThat(cancelled.confirmedAt().filter(at -> !at.isBefore(END))).isEmpty();
            case Booking.Expired(BookingDetails _, Instant at) ->
                assertThat(at).isAfterOrEqualTo(END);
          }
        });
  }

  @Test
  void at_every_instant_a_hold_can_either_be_confirmed_or_expire() {
    Trials.of(random -> eitherIsConfirmedOrExpires(instant(random)));
    eitherIsConfirmedOrExpires(END);
  }

  private static void eitherIsConfirmedOrExpires(Instant now) {
    Booking.Pending hold = hold();
    boolean confirms = catchThrowable(() -> hold.confirm(now)) == null;
    boolean expires = catchThrowable(() -> hold.expire(now)) == null;

    assertThat(confirms).isNotEqualTo(expires);
    assertThat(confirms).isEqualTo(now.isBefore(END));
  }

  private static Booking.Pending hold() {
    return ABooking.of(new EventId("event-1"), 7, 8, 9).pending();
  }

  private static List<Booking> life(List<Act> acts) {
    List<Booking> life = new ArrayList<>(List.of(hold()));
    acts.forEach(act -> life.add(act.on(life.getLast())));
    return life;
  }

  /** Half an hour around the end of the hold, and often the end itself. */
  private static Instant instant(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> END;
      case 1 -> END.minusMillis(1);
      default -> END.plusMillis(random.nextInt(-900_000, 900_001));
    };
  }

  private static List<Act> acts(SplittableRandom random) {
    return Stream.generate(() -> act(random)).limit(random.nextInt(13)).toList();
  }

  private static Act act(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> new Act.Confirm(instant(random));
      case 1 -> new Act.Expire(instant(random));
      case 2 -> new Act.Cancel(instant(random));
      case 3 -> new Act.Return(instant(random), random.nextInt(1, 4));
      default -> new Act.Move(instant(random), random.nextInt(1, 101));
    };
  }
}
