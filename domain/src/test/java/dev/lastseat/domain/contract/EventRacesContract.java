package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.port.store.sale.Events.Deletion;
import dev.lastseat.domain.port.store.sale.Events.Update;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Changing events while others change or book them. */
interface EventRacesContract extends StoreTest {
  @RepeatedTest(5)
  default void of_many_changes_of_one_version_exactly_one_is_written() {
    Event event = stores().add(AnEvent.draft("event-1"));
    List<Event> changes =
        IntStream.range(0, 12)
            .mapToObj(i -> EventChange.of(event.details()).named("Name " + i).details())
            .map(details -> event.change(details, EventChangesContract.NOW))
            .toList();

    List<Update> answers = Race.of(changes.size(), i -> stores().events().update(changes.get(i)));

    assertThat(answers).containsOnlyOnce(new Update.Updated());
    assertThat(answers).containsOnly(new Update.Updated(), new Update.Stale());
    assertThat(stores().events().find(event.id()))
        .contains(changes.get(answers.indexOf(new Update.Updated())));
  }

  @RepeatedTest(10)
  default void a_booking_that_stands_is_never_beyond_the_end_of_a_shrinking_event() {
    Event event = stores().add(AnEvent.published().places(10));
    Event shrunk = EventChangesContract.resized(event, 5);
    List<Booking.Live> wanted =
        Stream.of(4, 5, 6, 9, 10)
            .<Booking.Live>map(place -> ABooking.of(event.id(), place).confirmed())
            .toList();

    List<Object> answers = raceAgainst(wanted, () -> stores().events().update(shrunk));

    int end = answers.getLast() instanceof Update.Updated ? 5 : 10;
    assertThat(standing(wanted, answers))
        .extracting(booking -> (Booking.Live) stores().bookings().find(booking.id()).orElseThrow())
        .allMatch(booking -> booking.claim().places().within(end));
  }

  @RepeatedTest(10)
  default void no_booking_that_stands_escapes_the_cancellation_of_its_event() {
    Event event = stores().add(AnEvent.published());
    Event cancelled = event.cancel(EventChangesContract.NOW);
    List<Booking.Live> wanted =
        IntStream.rangeClosed(1, 8)
            .<Booking.Live>mapToObj(place -> ABooking.of(event.id(), place).confirmed())
            .toList();

    List<Object> answers = raceAgainst(wanted, () -> stores().events().update(cancelled));

    assertThat(answers.getLast()).isEqualTo(new Update.Updated());
    assertThat(stores().bookings().liveOfCancelledEvents(100))
        .containsAll(standing(wanted, answers));
  }

  @RepeatedTest(10)
  default void a_deletion_and_a_booking_never_both_win() {
    Event event = stores().add(AnEvent.published());
    List<Booking.Live> wanted = List.of(ABooking.of(event.id(), 1).confirmed());

    List<Object> answers =
        raceAgainst(wanted, () -> stores().events().delete(event, TickingClock.START));

    boolean deleted = answers.getLast() instanceof Deletion.Deleted;
    assertThat(standing(wanted, answers)).hasSizeLessThanOrEqualTo(deleted ? 0 : 1);
    assertThat(stores().events().find(event.id()).isPresent()).isEqualTo(!deleted);
  }

  /** The answers to the bookings and, last, to the other thing. */
  private List<Object> raceAgainst(List<Booking.Live> wanted, Callable<Object> other) {
    Stream<Callable<Object>> recordings =
        wanted.stream().map(booking -> () -> stores().bookings().record(booking));
    return Race.of(Stream.concat(recordings, Stream.of(other)).toList());
  }

  /** Those that were recorded. */
  private static List<Booking.Live> standing(List<Booking.Live> wanted, List<Object> answers) {
    return IntStream.range(0, wanted.size())
        .filter(i -> answers.get(i) instanceof Recording.Recorded)
        .mapToObj(wanted::get)
        .toList();
  }
}
