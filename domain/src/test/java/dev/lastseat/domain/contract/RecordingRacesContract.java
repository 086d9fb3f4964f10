package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Bookings.Recording.Recorded;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Recording bookings while others record theirs. */
interface RecordingRacesContract extends StoreTest {
  int RUNNERS = 24;

  @RepeatedTest(3)
  default void of_many_bookings_for_one_place_exactly_one_is_recorded() {
    Event event = stores().add(AnEvent.published().places(1));

    List<Recording> answers = race(_ -> ABooking.of(event.id(), 1).confirmed());

    assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Recorded))
        .containsOnly(new Recording.PlaceTaken());
    assertThat(stores().count(event).confirmed()).isEqualTo(1);
  }

  @RepeatedTest(3)
  default void of_bookings_that_overlap_no_place_is_given_twice() {
    Event event = stores().add(AnEvent.published());
    List<Booking.Live> wanted =
        IntStream.range(0, RUNNERS)
            .<Booking.Live>mapToObj(
                i -> ABooking.of(event.id(), i + 1, i + 2, (i + 7) % 20 + 30).confirmed())
            .toList();

    List<Recording> answers = race(wanted::get);

    List<Booking.Live> granted =
        IntStream.range(0, RUNNERS)
            .filter(i -> answers.get(i) instanceof Recorded)
            .mapToObj(wanted::get)
            .toList();
    assertThat(granted).isNotEmpty();
    assertThat(granted)
        .flatExtracting(booking -> booking.claim().places().ordinals())
        .doesNotHaveDuplicates();
    assertThat(wanted)
        .allSatisfy(
            booking ->
                assertThat(stores().bookings().find(booking.id()).isPresent())
                    .isEqualTo(granted.contains(booking)));
  }

  @RepeatedTest(3)
  default void bookings_that_do_not_touch_are_all_recorded() {
    Event event = stores().add(AnEvent.published());

    List<Recording> answers = race(i -> ABooking.of(event.id(), 2 * i + 1, 2 * i + 2).pending());

    assertThat(answers).hasOnlyElementsOfType(Recorded.class);
    assertThat(stores().bookings().freePlaces(event.id(), 2 * RUNNERS, 100)).isEmpty();
  }

  @RepeatedTest(3)
  default void of_many_requests_with_one_key_one_takes_effect_and_all_others_learn_of_it() {
    Event event = stores().add(AnEvent.published().perUser(100));
    ABooking first = ABooking.of(event.id(), 100).by("ada");

    List<Recording> answers =
        race(i -> ABooking.of(event.id(), i + 1).by("ada").using(i + 1).key(first.key()).pending());

    assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
    Booking winner = stores().bookings().find(event.id(), first.user(), first.key()).orElseThrow();
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Recorded))
        .containsOnly(new Recording.KeyUsed(winner));
    assertThat(stores().count(event).held()).isEqualTo(1);
  }

  @RepeatedTest(3)
  default void of_many_requests_with_one_key_for_as_many_events_one_takes_effect() {
    List<Event> events =
        IntStream.range(0, RUNNERS)
            .mapToObj(i -> stores().add(AnEvent.published("event-" + i)))
            .toList();
    ABooking first = ABooking.of(events.getFirst().id(), 1).by("ada");

    List<Recording> answers =
        race(i -> ABooking.of(events.get(i).id(), 1).by("ada").key(first.key()).confirmed());

    assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Recorded))
        .hasOnlyElementsOfType(Recording.KeyUsed.class);
    assertThat(events).filteredOn(event -> stores().count(event).taken() > 0).hasSize(1);
  }

  @RepeatedTest(3)
  default void of_one_users_bookings_with_one_allowance_exactly_one_is_recorded() {
    Event event = stores().add(AnEvent.published().perUser(1));

    List<Recording> answers =
        race(i -> ABooking.of(event.id(), i + 1).by("ada").using(1).confirmed());

    assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Recorded))
        .containsOnly(new Recording.AllowanceSpent());
  }

  private List<Recording> race(IntFunction<? extends Booking.Live> booking) {
    List<Booking.Live> wanted =
        IntStream.range(0, RUNNERS).<Booking.Live>mapToObj(booking::apply).toList();
    return Race.of(RUNNERS, i -> stores().bookings().record(wanted.get(i)));
  }
}
