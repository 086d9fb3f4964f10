package dev.lastseat.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.cancel.CancelBookingsOfCancelledEvents;
import dev.lastseat.application.booking.cancel.ReturnTickets.Wish;
import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.application.fixture.ADoor;
import dev.lastseat.application.ticket.NameVisitor;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that are scanned in the same moment in which they are given back or passed on. */
public abstract class DoorRacesContract {
  private static final int PAIRS = 50;
  private static final Visitor GRACE = new Visitor("Grace", Optional.empty(), Answers.NONE);

  private ADoor door;

  /** Called before each test. */
  protected abstract ADoor.Ports open();

  @BeforeEach
  void openStores() {
    door = new ADoor(open());
  }

  @Test
  void a_ticket_that_is_scanned_and_given_back_at_once_lets_somebody_in_or_is_given_back() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);

    var results = race(sold, one -> door.returns(one, new Wish.These(List.of(1))));

    assertEitherLetInOrGivenBack(sold, results);
    assertThat(sold).allMatch(it -> door.stored(it) instanceof Booking.Confirmed);
  }

  @Test
  void whoever_gives_any_ticket_back_keeps_the_one_that_is_scanned_at_once() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);

    var results = race(sold, one -> door.returns(one, new Wish.Any(new Quantity(1))));

    assertEitherLetInOrGivenBack(sold, results);
    assertThat(sold).allMatch(it -> door.stored(it).returns().tickets().size() == 1);
  }

  @Test
  void a_ticket_lets_somebody_in_although_another_of_its_booking_is_given_back_at_once() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);

    var results = race(sold, one -> door.returns(one, new Wish.These(List.of(2))));

    assertThat(results).hasSize(PAIRS).containsOnly(true);
    assertThat(sold).allMatch(it -> door.stored(it).returns().tickets().equals(List.of(2)));
  }

  @Test
  void a_ticket_stays_whose_scan_was_cut_short_until_that_is_undone() {
    Booking.Confirmed one = door.sold(1).getFirst();
    Checkin half = door.cutShort(one, "half");

    assertThat(door.returns(one, new Wish.These(List.of(1)))).isInstanceOf(Change.AlreadyIn.class);
    door.ports.checkins().change(Optional.of(half), half.takenBack(half.latest()));
    assertThat(door.returns(one, new Wish.These(List.of(1)))).isInstanceOf(Change.Done.class);
  }

  @Test
  void a_booking_that_is_cancelled_while_its_ticket_is_scanned_stands_or_let_nobody_in() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);

    var results = race(sold, door::cancels);

    assertEitherLetInOrGivenBack(sold, results);
  }

  @Test
  void an_order_that_is_cancelled_while_a_ticket_of_it_is_scanned_keeps_that_or_let_nobody_in() {
    List<AnOrder> orders = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      AnOrder order = AnOrder.of(ABooking.of(door.event.id(), 2 * i + 1, 2 * i + 2));
      door.ports.orders().record(order.order(), order.bookings());
      orders.add(order);
    }
    List<Booking.Confirmed> sold =
        orders.stream().map(it -> (Booking.Confirmed) it.bookings().getFirst()).toList();

    var results = race(sold, door::cancelsOrder);

    assertEitherLetInOrGivenBack(sold, results);
  }

  @Test
  void an_event_that_is_cancelled_takes_all_tickets_back_and_lets_nobody_in_any_more() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);
    List<String> codes = sold.stream().map(door::code).toList();
    door.ports.events().update(door.event.cancel(door.clock.instant()));
    CancelBookingsOfCancelledEvents cancel = door.cancelsWithEvents();

    var results = race(sold, _ -> cancel.handle());
    cancel.handle();

    assertThat(sold).allMatch(it -> door.stored(it) instanceof Booking.Cancelled);
    for (int i = 0; i < PAIRS; i++) {
      assertThat(door.hasLetIn(sold.get(i))).isEqualTo(results.get(i));
      assertThat(refused(codes.get(i))).isEqualTo(Refusal.CANCELLED);
    }
  }

  @Test
  void who_is_in_when_a_booking_is_cancelled_with_its_event_stays_in_whatever_is_sent_then() {
    List<Booking.Confirmed> sold = door.sold(3);
    sold.forEach(it -> door.scan(door.code(it), "in"));
    List<Checkin> in = sold.stream().map(it -> door.checkins(it).getFirst()).toList();
    Checkin out = in.get(1).and(exit("out"));
    Checkin doubled = in.get(2).and(in.get(2).latest().as(Scan.Kind.DOUBLE));
    Checkins checkins = door.ports.checkins();
    door.ports.events().update(door.event.cancel(door.clock.instant()));
    door.cancelsWithEvents().handle();

    assertThat(checkins.stillCounts(in.get(0), sold.get(0))).isFalse();
    assertThat(checkins.letPass(Optional.of(in.get(1)), out, sold.get(1))).isFalse();
    assertThat(checkins.letPass(Optional.of(in.get(2)), doubled, sold.get(2))).isFalse();

    assertThat(sold).allMatch(door::hasLetIn);
  }

  private Scan exit(String nonce) {
    return new Scan(Scan.Kind.EXIT, nonce, door.clock.instant(), "user:boss", Optional.empty());
  }

  @Test
  void a_ticket_that_is_passed_on_while_its_code_is_scanned_lets_one_in_and_no_other_code_does() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);
    List<String> before = sold.stream().map(door::code).toList();

    var results =
        race(
            sold,
            one -> {
              TicketId ticket = new TicketId(one.id(), 1);
              door.ports.tickets().reissue(ticket, door.event.id(), door.clock.instant());
              door.ports
                  .tickets()
                  .name(ticket, door.event.id(), Optional.of(GRACE), door.clock.instant());
            });

    for (int i = 0; i < PAIRS; i++) {
      assertThat(refused(before.get(i))).isEqualTo(Refusal.REVOKED);
      CheckIn.Outcome other = door.scan(door.code(sold.get(i)), "other");
      assertThat(other instanceof CheckIn.Outcome.Passed).isNotEqualTo(results.get(i));
    }
  }

  @Test
  void a_visitor_who_is_named_while_the_booking_is_cancelled_came_first_or_leaves_no_name() {
    List<Booking.Confirmed> sold = door.sold(PAIRS);

    List<List<Boolean>> results =
        Race.ofTwo(
            PAIRS,
            (runner, round) ->
                runner == 0
                    ? door.names(sold.get(round), GRACE) instanceof NameVisitor.Outcome.Named
                    : door.cancels(sold.get(round)) instanceof Change.Done);

    for (int i = 0; i < PAIRS; i++) {
      boolean named = !door.visitors(sold.get(i)).isEmpty();
      assertThat(results.get(i)).as("pair " + i).containsExactly(named, true);
      assertThat(door.stored(sold.get(i))).isInstanceOf(Booking.Cancelled.class);
    }
  }

  /** Scans the first ticket of each, while that is done to it; answers who was let in. */
  private List<Boolean> race(List<Booking.Confirmed> sold, Consumer<Booking.Confirmed> other) {
    List<String> codes = sold.stream().map(door::code).toList();
    return Race.<Boolean>ofTwo(
            sold.size(),
            (runner, round) -> {
              if (runner == 0) {
                return door.scan(codes.get(round), "scan") instanceof CheckIn.Outcome.Passed;
              }
              other.accept(sold.get(round));
              return false;
            })
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private void assertEitherLetInOrGivenBack(List<Booking.Confirmed> sold, List<Boolean> letIn) {
    for (int i = 0; i < sold.size(); i++) {
      boolean givenBack = door.stored(sold.get(i)).returns().tickets().contains(1);
      assertThat(door.hasLetIn(sold.get(i))).as("let in, pair " + i).isEqualTo(letIn.get(i));
      assertThat(letIn.get(i) && givenBack).as("let in and given back, pair " + i).isFalse();
    }
  }

  private Refusal refused(String code) {
    return ((CheckIn.Outcome.Refused) door.scan(code, "late")).why();
  }
}
