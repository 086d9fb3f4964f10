package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Events.Update;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Places that only the box office sells, until they are released. */
interface ContingentsContract extends StoreTest {
  Instant NOW = TickingClock.START;
  Instant RELEASE = NOW.plusSeconds(60);
  Contingent PRESS = new Contingent("Press", 3, Optional.of(RELEASE));
  Contingent SPONSORS = new Contingent("Sponsors", 2, Optional.empty());

  private static BoxOfficeSale from(String contingent) {
    return new BoxOfficeSale(new UserId("sam"), Optional.empty(), Optional.of(contingent));
  }

  /** Of ten places, three and two of which are kept. */
  private Event event() {
    return stores().add(AnEvent.published().places(10).contingents(PRESS, SPONSORS));
  }

  private Recording record(ABooking booking) {
    return stores().bookings().record(booking.confirmed());
  }

  @Test
  default void a_kept_place_is_sold_by_whoever_names_its_contingent_and_by_nobody_else() {
    Event event = event();
    var anyPlace = new BoxOfficeSale(new UserId("sam"), Optional.empty());

    assertThat(record(ABooking.of(event.id(), 3))).isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 3).at(anyPlace)))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 3).at(from("Sponsors"))))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 3, 4).at(from("Press"))))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 6).at(from("Press"))))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 3).at(from("Nobody"))))
        .isEqualTo(new Recording.NotAdmitted());
    stores().recorded(ABooking.of(event.id(), 3).at(from("Press")).confirmed());
    stores().recorded(ABooking.of(event.id(), 6).at(anyPlace).confirmed());
    assertThat(record(ABooking.of(event.id(), 3).at(from("Press"))))
        .isEqualTo(new Recording.PlaceTaken());
  }

  @Test
  default void from_its_release_on_a_place_is_for_everybody_and_for_no_contingent() {
    Event event = event();

    assertThat(record(ABooking.of(event.id(), 1).at(RELEASE.minusMillis(1))))
        .isEqualTo(new Recording.NotAdmitted());
    stores().recorded(ABooking.of(event.id(), 1).at(RELEASE).confirmed());
    assertThat(record(ABooking.of(event.id(), 2).at(from("Press")).at(RELEASE)))
        .isEqualTo(new Recording.NotAdmitted());
    assertThat(record(ABooking.of(event.id(), 4).at(RELEASE)))
        .isEqualTo(new Recording.NotAdmitted());
  }

  @Test
  default void what_was_sold_from_a_contingent_says_so_in_whatever_state_it_is() {
    Event event = event();
    Booking.Confirmed sold =
        stores().recorded(ABooking.of(event.id(), 1).at(from("Press")).confirmed());
    assertThat(stores().bookings().find(sold.id())).contains(sold);
    Booking cancelled = sold.cancel(NOW, Reason.NOT_GIVEN);

    stores().bookings().change(sold, cancelled);

    assertThat(stores().bookings().find(sold.id())).contains(cancelled);
  }

  @Test
  default void counts_tell_what_is_taken_of_each_contingent_less_what_was_given_back() {
    Event event = event();
    stores().sold(event, 6);
    stores().held(event, 7);
    Booking.Confirmed two =
        stores().recorded(ABooking.of(event.id(), 1, 2).at(from("Press")).confirmed());
    Booking.Confirmed one =
        stores().recorded(ABooking.of(event.id(), 4).at(from("Sponsors")).confirmed());
    assertThat(stores().count(event))
        .isEqualTo(new TicketCounts(4, 1, Map.of("Press", 2, "Sponsors", 1)));

    stores().bookings().change(two, ABooking.returned(two, NOW, 1));
    stores().bookings().change(one, one.cancel(NOW, Reason.NOT_GIVEN));

    assertThat(stores().count(event)).isEqualTo(new TicketCounts(2, 1, Map.of("Press", 1)));
  }

  @Test
  default void free_places_are_those_within_the_ranges() {
    Event event = event();
    stores().sold(event, 8);
    PlaceRanges ranges = new PlaceRanges(List.of(new Range(2, 3), new Range(7, 9)));

    assertThat(stores().bookings().freePlaces(event.id(), ranges, 10)).containsExactly(2, 3, 7, 9);
    assertThat(stores().bookings().freePlaces(event.id(), ranges, 3)).containsExactly(2, 3, 7);
    assertThat(stores().bookings().freePlaces(event.id(), new PlaceRanges(List.of()), 10))
        .isEmpty();
  }

  @Test
  default void an_event_that_shrinks_moves_nobody_to_a_kept_place() {
    Event event = event();
    Booking.Live beyond = stores().sold(event, 10);
    Booking.Live press =
        stores().recorded(ABooking.of(event.id(), 1).at(from("Press")).confirmed());

    assertThat(stores().events().update(resized(event, 6))).isEqualTo(new Update.Updated());

    assertThat(stores().bookings().find(beyond.id()))
        .contains(ABooking.moved(beyond, Places.of(6)));
    assertThat(stores().bookings().find(press.id())).contains(press);
  }

  @Test
  default void an_event_keeps_the_places_that_are_taken_and_those_of_its_contingents() {
    Event event = event();
    stores().sold(event, 8, 9, 10);
    stores().recorded(ABooking.of(event.id(), 1).at(from("Press")).confirmed());

    assertThat(stores().events().update(resized(event, 7))).isEqualTo(new Update.TooSmall(8));
    assertThat(stores().events().update(resized(event, 8))).isEqualTo(new Update.Updated());
  }

  private static Event resized(Event event, int places) {
    return event.change(EventChange.of(event.details()).places(places).details(), NOW);
  }

  @RepeatedTest(3)
  default void of_fifty_who_race_on_both_sides_of_the_border_each_gets_only_their_own_side() {
    int kept = 10;
    Contingent press = new Contingent("Press", kept, Optional.empty());
    Event event = stores().add(AnEvent.published().places(2 * kept).contingents(press));
    List<Booking.Live> wanted =
        IntStream.range(0, 50)
            .<Booking.Live>mapToObj(
                i -> {
                  ABooking one = ABooking.of(event.id(), (7 * i) % (2 * kept) + 1);
                  return (i % 2 == 0 ? one : one.at(from("Press"))).confirmed();
                })
            .toList();

    List<Recording> answers = Race.of(50, i -> stores().bookings().record(wanted.get(i)));

    for (int i = 0; i < 50; i++) {
      Booking.Live booking = wanted.get(i);
      boolean named = booking.details().contingent().isPresent();
      boolean own = named == (booking.claim().places().last() <= kept);
      if (!own) {
        // Where a place is taken too, that may be what is told.
        assertThat(answers.get(i)).isNotEqualTo(new Recording.Recorded());
        assertThat(stores().bookings().find(booking.id())).isEmpty();
      }
    }
    List<Integer> sold =
        IntStream.range(0, 50)
            .filter(i -> answers.get(i) instanceof Recording.Recorded)
            .mapToObj(i -> wanted.get(i).claim().places().last())
            .toList();
    assertThat(sold).isNotEmpty().doesNotHaveDuplicates();
    assertThat(stores().count(event).taken()).isEqualTo(sold.size());
  }

  @RepeatedTest(3)
  default void in_the_middle_of_a_race_a_release_gives_each_place_to_one_of_both_sides() {
    Contingent press = new Contingent("Press", 10, Optional.empty());
    Event event = stores().add(AnEvent.published().places(10).contingents(press));
    Contingent free = new Contingent("Press", 10, Optional.of(NOW.plusMillis(1)));
    Event released = event.change(EventChange.of(event.details()).contingents(free).details(), NOW);
    List<Booking.Live> wanted =
        IntStream.range(0, 50)
            .<Booking.Live>mapToObj(
                i -> {
                  ABooking one = ABooking.of(event.id(), i % 10 + 1);
                  return (i % 2 == 0 ? one.at(RELEASE) : one.at(from("Press"))).confirmed();
                })
            .toList();

    List<Object> answers =
        Race.of(
            51,
            i ->
                i == 25
                    ? stores().events().update(released)
                    : stores().bookings().record(wanted.get(i < 25 ? i : i - 1)));

    assertThat(answers.get(25)).isEqualTo(new Update.Updated());
    List<Integer> sold =
        IntStream.range(0, 50)
            .filter(i -> answers.get(i < 25 ? i : i + 1) instanceof Recording.Recorded)
            .mapToObj(i -> wanted.get(i).claim().places().last())
            .toList();
    assertThat(sold).doesNotHaveDuplicates();
    assertThat(stores().count(event).taken()).isEqualTo(sold.size());
    for (Integer place : stores().bookings().freePlaces(event.id(), 10, 10)) {
      stores().recorded(ABooking.of(event.id(), place).at(RELEASE).confirmed());
    }
  }
}
