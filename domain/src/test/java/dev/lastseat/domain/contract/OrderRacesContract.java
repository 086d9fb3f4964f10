package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders.Recording;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Recording orders while others record theirs. */
interface OrderRacesContract extends OrdersTest {
  int RUNNERS = 24;

  @RepeatedTest(3)
  default void of_orders_that_overlap_each_is_whole_or_absent_and_no_place_is_given_twice() {
    Event one = stores().add(AnEvent.published());
    Event two = stores().add(AnEvent.published());
    List<AnOrder> wanted =
        wanted(
            i ->
                i % 2 == 0
                    ? AnOrder.of(ABooking.of(one.id(), i / 2 + 1), ABooking.of(two.id(), i / 3 + 1))
                    : AnOrder.of(
                        ABooking.of(two.id(), i / 3 + 1), ABooking.of(one.id(), i / 2 + 1)));

    List<Boolean> granted = race(wanted);

    assertThat(places(one, wanted, granted)).isNotEmpty().doesNotHaveDuplicates();
    assertThat(places(two, wanted, granted)).isNotEmpty().doesNotHaveDuplicates();
    assertEachWholeOrAbsent(wanted, granted);
    assertThat(free(one)).hasSize(100 - places(one, wanted, granted).size());
    assertThat(free(two)).hasSize(100 - places(two, wanted, granted).size());
  }

  @RepeatedTest(3)
  default void orders_and_bookings_that_race_for_one_place_do_not_share_it() {
    Event one = stores().add(AnEvent.published());
    Event two = stores().add(AnEvent.published());
    List<AnOrder> wanted =
        wanted(i -> AnOrder.of(ABooking.of(one.id(), i + 1), ABooking.of(two.id(), 1)));
    List<Booking.Live> alone =
        IntStream.range(0, RUNNERS)
            .<Booking.Live>mapToObj(_ -> ABooking.of(two.id(), 1).confirmed())
            .toList();

    List<Boolean> granted =
        Race.of(
            2 * RUNNERS,
            i ->
                i < RUNNERS
                    ? record(wanted.get(i)) instanceof Recording.Recorded
                    : stores().bookings().record(alone.get(i - RUNNERS))
                        instanceof Bookings.Recording.Recorded);

    assertThat(granted).filteredOn(it -> it).hasSizeLessThanOrEqualTo(1);
    assertEachWholeOrAbsent(wanted, granted.subList(0, RUNNERS));
    assertThat(stores().count(two).confirmed())
        .isEqualTo((int) granted.stream().filter(it -> it).count());
  }

  @RepeatedTest(3)
  default void of_many_orders_under_one_key_exactly_one_is_recorded() {
    Event one = stores().add(AnEvent.published().perUser(100));
    Event two = stores().add(AnEvent.published().perUser(100));
    List<AnOrder> wanted =
        wanted(
            i ->
                AnOrder.by(
                    "ada",
                    ABooking.key(77),
                    ABooking.of(one.id(), i + 1).using(i + 1),
                    ABooking.of(two.id(), i + 1).using(i + 1)));

    List<Recording> answers = Race.of(RUNNERS, i -> record(wanted.get(i)));

    Order winner = mortal().orders().find(wanted.getFirst().user(), ABooking.key(77)).orElseThrow();
    assertThat(answers).filteredOn(Recording.Recorded.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Recording.Recorded))
        .allMatch(
            answer ->
                answer instanceof Recording.UnderWay
                    || answer.equals(new Recording.KeyUsed(Optional.of(winner))));
    assertEachWholeOrAbsent(wanted, answers.stream().map(OrderRacesContract::granted).toList());
  }

  @RepeatedTest(3)
  default void an_order_that_is_settled_while_it_is_recorded_is_whole_or_absent() {
    Event one = stores().add(AnEvent.published());
    Event two = stores().add(AnEvent.published());
    List<AnOrder> wanted =
        wanted(i -> AnOrder.of(ABooking.of(one.id(), i + 1), ABooking.of(two.id(), i + 1)));

    List<Boolean> granted =
        Race.of(2 * RUNNERS, i -> i < RUNNERS ? recordUnlessSettled(wanted.get(i)) : settle(50))
            .subList(0, RUNNERS);

    mortal().orders().settle(LATER);
    assertEachWholeOrAbsent(wanted, granted);
    assertThat(free(one)).hasSize(100 - places(one, wanted, granted).size());
    assertThat(free(two)).hasSize(100 - places(two, wanted, granted).size());
  }

  private boolean recordUnlessSettled(AnOrder order) {
    try {
      return granted(record(order));
    } catch (StoreUnavailable settled) {
      return mortal().orders().find(order.id()).isPresent();
    }
  }

  /** One that the store cannot decide yet is left for the next time, as a sweep leaves it. */
  private boolean settle(int times) {
    for (int time = 0; time < times; time++) {
      try {
        mortal().orders().settle(LATER);
      } catch (StoreUnavailable undecided) {
        Thread.onSpinWait();
      }
    }
    return false;
  }

  private List<Boolean> race(List<AnOrder> wanted) {
    return Race.of(wanted.size(), i -> granted(record(wanted.get(i))));
  }

  private static boolean granted(Recording recording) {
    return recording instanceof Recording.Recorded;
  }

  private void assertEachWholeOrAbsent(List<AnOrder> wanted, List<Boolean> granted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (granted.get(i)) {
        OrdersTest.assertWhole(mortal(), wanted.get(i));
      } else {
        assertThat(mortal().orders().find(wanted.get(i).id())).isEmpty();
        assertThat(wanted.get(i).bookings())
            .allMatch(booking -> stores().bookings().find(booking.id()).isEmpty());
      }
    }
  }

  private static List<AnOrder> wanted(IntFunction<AnOrder> order) {
    return IntStream.range(0, RUNNERS).mapToObj(order).toList();
  }

  private static List<Integer> places(Event event, List<AnOrder> wanted, List<Boolean> granted) {
    return IntStream.range(0, RUNNERS)
        .filter(granted::get)
        .mapToObj(wanted::get)
        .flatMap(order -> order.bookings().stream())
        .filter(booking -> booking.details().eventId().equals(event.id()))
        .flatMap(booking -> booking.claim().places().ordinals().stream())
        .toList();
  }
}
