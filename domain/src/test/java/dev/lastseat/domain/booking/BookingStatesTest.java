package dev.lastseat.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.TickingClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for a booking whatever anybody tries with it, in whatever order. */
class BookingStatesTest {
  private static final Instant END = TickingClock.START.plus(ABooking.HOLD);

  private static final Map<BookingStatus, Set<BookingStatus>> ALLOWED =
      Map.of(
          BookingStatus.PENDING, EnumSet.allOf(BookingStatus.class),
          BookingStatus.CONFIRMED, EnumSet.of(BookingStatus.CONFIRMED, BookingStatus.CANCELLED),
          BookingStatus.CANCELLED, EnumSet.of(BookingStatus.CANCELLED),
          BookingStatus.EXPIRED, EnumSet.of(BookingStatus.EXPIRED));

  @Property
  void states_follow_each_other_as_allowed_only(@ForAll("acts") @Size(max = 12) List<Act> acts) {
    List<Booking> life = life(acts);

    for (int i = 1; i < life.size(); i++) {
      assertThat(BookingStatus.of(life.get(i)))
          .isIn(ALLOWED.getOrDefault(BookingStatus.of(life.get(i - 1)), Set.of()));
    }
  }

  @Property
  void live_states_have_places_and_no_others_do(@ForAll("acts") @Size(max = 12) List<Act> acts) {
    Set<BookingStatus> live = EnumSet.of(BookingStatus.PENDING, BookingStatus.CONFIRMED);

    for (Booking booking : life(acts)) {
      assertThat(booking instanceof Booking.Live)
          .isEqualTo(live.contains(BookingStatus.of(booking)));
      if (booking instanceof Booking.Live holder) {
        int tickets = booking.details().quantity().tickets();
        assertThat(holder.claim().places().count()).isEqualTo(tickets);
        assertThat(holder.claim().allowances().ordinals()).hasSize(tickets);
      }
    }
  }

  @Property
  void a_terminal_state_stays_as_it_is(@ForAll("acts") @Size(max = 12) List<Act> acts) {
    List<Booking> life = life(acts);

    for (int i = 1; i < life.size(); i++) {
      if (!(life.get(i - 1) instanceof Booking.Live)) {
        assertThat(life.get(i)).isSameAs(life.get(i - 1));
      }
    }
  }

  @Property
  void what_was_booked_never_changes(@ForAll("acts") @Size(max = 12) List<Act> acts) {
    List<Booking> life = life(acts);

    assertThat(life).extracting(Booking::details).containsOnly(life.getFirst().details());
  }

  @Property
  void a_hold_was_sold_before_its_end_and_expired_at_it_or_later(
      @ForAll("acts") @Size(max = 12) List<Act> acts) {
    switch (life(acts).getLast()) {
      case Booking.Pending(BookingDetails _, Claim _, Instant expiresAt) ->
          assertThat(expiresAt).isEqualTo(END);
      case Booking.Confirmed(BookingDetails _, Claim _, Instant at) -> assertThat(at).isBefore(END);
      case Booking.Cancelled cancelled ->
          assertThat(cancelled.confirmedAt().filter(at -> !at.isBefore(END))).isEmpty();
      case Booking.Expired(BookingDetails _, Instant at) -> assertThat(at).isAfterOrEqualTo(END);
    }
  }

  @Property
  void at_every_instant_a_hold_can_either_be_confirmed_or_expire(@ForAll("instants") Instant now) {
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
  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.integers().between(-900_000, 900_000).map(END::plusMillis);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Act> moves =
        Combinators.combine(instants(), Arbitraries.integers().between(1, 100)).as(Act.Move::new);
    return Arbitraries.oneOf(
            instants().map(Act.Confirm::new),
            instants().map(Act.Expire::new),
            instants().map(Act.Cancel::new),
            moves)
        .list();
  }
}
