package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many buyers at once. */
class BookTicketsRacesTest {
  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);

  @RepeatedTest(5)
  void an_event_sells_every_place_and_none_twice() {
    Event event = fakes.add(AnEvent.published("event-1").places(20));

    List<SaleOutcome<BookingWithEvent>> outcomes = Race.of(40, _ -> buyer.buys(event, 1));

    assertThat(outcomes)
        .filteredOn(Buyer::isNew)
        .flatExtracting(Buyer::places)
        .hasSize(20)
        .doesNotHaveDuplicates();
    assertThat(outcomes)
        .filteredOn(outcome -> !Buyer.isNew(outcome))
        .containsOnly(new SaleOutcome.Refused<>(event.id(), new Refusal.SoldOut(0)));
    assertThat(fakes.count(List.of(event.id()))).containsEntry(event.id(), new TicketCounts(20, 0));
  }

  @RepeatedTest(5)
  void hints_that_are_all_wrong_cost_nobody_a_place() {
    Event event = fakes.add(AnEvent.published("event-1").places(60));
    for (int place = 1; place <= 40; place++) {
      fakes.bookings.record(ABooking.of(event.id(), place).confirmed());
    }
    fakes.hints.seed(event.id(), 0);

    List<SaleOutcome<BookingWithEvent>> outcomes = Race.of(10, _ -> buyer.buys(event, 2));

    assertThat(outcomes).flatExtracting(Buyer::places).hasSize(20).doesNotHaveDuplicates();
  }

  @RepeatedTest(5)
  void of_one_request_that_is_sent_many_times_one_books_and_all_others_learn_of_it() {
    Event event = fakes.add(AnEvent.published("event-1"));

    List<SaleOutcome<BookingWithEvent>> outcomes =
        Race.of(12, _ -> buyer.buys("ada", event, 1, ABooking.key(77)));

    assertThat(outcomes).filteredOn(Buyer::isNew).hasSize(1);
    assertThat(outcomes).filteredOn(Buyer::isReplayed).hasSize(11);
    assertThat(fakes.count(List.of(event.id()))).containsEntry(event.id(), new TicketCounts(1, 0));
  }

  @RepeatedTest(5)
  void a_user_gets_exactly_as_many_tickets_as_are_allowed() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(4));

    List<SaleOutcome<BookingWithEvent>> outcomes = Race.of(10, _ -> buyer.buys("ada", event, 1));

    assertThat(outcomes).filteredOn(Buyer::isNew).hasSize(4);
    assertThat(outcomes)
        .filteredOn(outcome -> !Buyer.isNew(outcome))
        .containsOnly(new SaleOutcome.Refused<>(event.id(), new Refusal.AllowanceSpent(4)));
  }

  @RepeatedTest(3)
  void a_user_who_books_from_many_connections_at_once_gets_all_that_is_allowed() {
    Event event = fakes.add(AnEvent.published("event-1").places(1_000).perUser(1_000));

    List<SaleOutcome<BookingWithEvent>> outcomes = Race.of(200, _ -> buyer.buys("ada", event, 2));

    assertThat(outcomes).allMatch(Buyer::isNew);
  }

  @Test
  void a_user_whose_other_requests_always_get_the_lowest_allowances_first_is_served_as_well() {
    Event event = fakes.add(AnEvent.published("event-1").places(1_000).perUser(1_000));
    fakes.bookings.beforeRecord(() -> rival(event, 1_000));

    Buyer.booked(buyer.buys("ada", event, 1));
  }

  /** Takes the lowest allowance before every recording of the same user. */
  private void rival(Event event, int place) {
    Set<Integer> taken = fakes.bookings.allowancesTaken(event.id(), new UserId("ada"));
    Allowances lowest = Allowances.free(taken, new Quantity(1), 1_000).orElseThrow();
    fakes.bookings.record(
        ABooking.of(event.id(), place).by("ada").using(lowest.ordinals().getFirst()).confirmed());
    fakes.bookings.beforeRecord(() -> rival(event, place - 1));
  }
}
