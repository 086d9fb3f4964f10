package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.booking.SellAtBoxOffice.Command;
import dev.lastseat.application.booking.SellAtBoxOffice.Customer;
import dev.lastseat.application.booking.SellAtBoxOffice.Outcome;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.booking.list.ListBookings;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Staff sells to others. */
class SellAtBoxOfficeTest {
  private static final Principal STAFF = APrincipal.with("sam", Role.STAFF);
  private static final Customer ADA = new Customer.Account(new UserId("ada"));
  private static final Customer EVE =
      new Customer.Walking(new Guest("Eve", Optional.of(new Email("eve@example.com"))));
  private static final Money DEAR = new Money(9_900, Money.currency("EUR"));

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);
  private final AtomicLong keys = new AtomicLong(2_000_000);
  private final SellAtBoxOffice office =
      new SellAtBoxOffice(fakes.bookTickets(), fakes.events, fakes.users);

  @BeforeEach
  void addAda() {
    fakes.users.add(AUser.named("ada"));
  }

  private Outcome sells(Event event, int quantity, Customer customer) {
    return sells(STAFF, event, quantity, "0", customer, ABooking.key(keys.incrementAndGet()));
  }

  private Outcome sells(
      Principal seller,
      Event event,
      int quantity,
      String price,
      Customer customer,
      IdempotencyKey key) {
    return sells(seller, event, quantity, price, Optional.empty(), customer, key);
  }

  private Outcome sells(
      Principal seller,
      Event event,
      int quantity,
      String price,
      Optional<String> contingent,
      Customer customer,
      IdempotencyKey key) {
    return office.handle(
        new Command(
            seller,
            event.id(),
            new Quantity(quantity),
            new BigDecimal(price),
            Optional.empty(),
            contingent,
            customer,
            key));
  }

  private static SaleOutcome<BookingWithEvent> asked(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Asked.class);
    return ((Outcome.Asked) outcome).sale();
  }

  private static Booking.Live sold(Outcome outcome) {
    return Buyer.booked(asked(outcome));
  }

  @Test
  void a_guest_gets_a_hundred_at_once_for_nothing_of_what_others_hold_and_pay() {
    Event event = fakes.add(AnEvent.published("event-1").places(100).perUser(1).price(DEAR));

    Booking.Live sold = sold(sells(event, 100, EVE));

    assertThat(sold).isInstanceOf(Booking.Confirmed.class);
    assertThat(sold.claim().places().count()).isEqualTo(100);
    assertThat(sold.details().unitPrice()).isEqualTo(new Money(0, DEAR.currency()));
    assertThat(sold.details().sale().orElseThrow().seller()).isEqualTo(STAFF.userId());
    assertThat(Buyer.refusal(asked(sells(event, 1, EVE)))).isEqualTo(new Refusal.SoldOut(0));
  }

  @Test
  void a_buyer_gets_no_more_than_ten_at_once() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(100));

    assertThatThrownBy(() -> buyer.buys(event, 11))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must be 1 to 10");
  }

  @Test
  void what_staff_sells_to_a_user_counts_for_no_limit_of_theirs() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    Buyer.booked(buyer.buys("ada", event, 2));

    sold(sells(event, 3, ADA));
    Booking.Live second = sold(sells(event, 3, ADA));
    assertThat(second.details().userId()).isEqualTo(new UserId("ada"));
    assertThat(Buyer.refusal(buyer.buys("ada", event, 1))).isEqualTo(new Refusal.AllowanceSpent(2));
  }

  @Test
  void who_was_sold_many_tickets_may_still_buy_as_many_as_others() {
    Event event = fakes.add(AnEvent.published("event-1").perUser(2));
    sold(sells(event, 5, ADA));
    fakes.bookings.record(ABooking.of(event.id(), 9).by("ada").confirmed()); // elsewhere

    Buyer.booked(buyer.buys("ada", event, 1));
    assertThat(Buyer.refusal(buyer.buys("ada", event, 1))).isEqualTo(new Refusal.AllowanceSpent(2));
  }

  @RepeatedTest(3)
  void staff_and_buyers_at_once_sell_every_place_and_none_twice() {
    Event event = fakes.add(AnEvent.published("event-1").places(40));

    List<SaleOutcome<BookingWithEvent>> outcomes =
        Race.of(20, i -> i % 2 == 0 ? asked(sells(event, 3, ADA)) : buyer.buys(event, 1));

    List<Integer> places =
        Stream.concat(outcomes.stream(), Stream.of(asked(sells(event, 1, EVE))))
            .filter(Buyer::isNew)
            .flatMap(outcome -> Buyer.places(outcome).stream())
            .toList();
    assertThat(places).hasSize(40).doesNotHaveDuplicates();
    assertThat(fakes.count(List.of(event.id()))).containsEntry(event.id(), new TicketCounts(40, 0));
  }

  @Test
  void the_same_sale_is_made_once_however_often_it_is_sent() {
    Event event = fakes.add(AnEvent.published("event-1"));
    IdempotencyKey key = ABooking.key(7);
    for (Customer customer : List.of(EVE, ADA)) {
      IdempotencyKey own = customer.equals(EVE) ? key : ABooking.key(8);
      Booking.Live first = sold(sells(STAFF, event, 2, "5.50", customer, own));

      assertThat(Buyer.granted(asked(sells(STAFF, event, 2, "5.5", customer, own)), true).booking())
          .isEqualTo(first);
      assertThat(asked(sells(STAFF, event, 2, "6", customer, own)))
          .isEqualTo(new SaleOutcome.KeyReused<>());
      assertThat(asked(sells(APrincipal.admin("root"), event, 2, "5.5", customer, own)))
          .isEqualTo(new SaleOutcome.KeyReused<>());
    }
    var other = new Customer.Walking(new Guest("Bob", Optional.empty()));
    assertThat(asked(sells(STAFF, event, 2, "5.5", other, key)))
        .isEqualTo(new SaleOutcome.KeyReused<>());
    assertThat(buyer.buys("ada", event, 2, ABooking.key(8)))
        .as("a buyer under the key of what was sold to them")
        .isEqualTo(new SaleOutcome.KeyReused<>());
  }

  @Test
  void staff_sells_for_every_event_and_organisers_for_theirs() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Principal runs = APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);
    Principal other = APrincipal.with("other", Role.ORGANISER);

    for (Principal seller : List.of(STAFF, runs, APrincipal.admin("root"))) {
      sold(sells(seller, event, 1, "1", EVE, ABooking.key(keys.incrementAndGet())));
    }
    assertThat(sells(other, event, 1, "1", EVE, ABooking.key(99)))
        .isEqualTo(new Outcome.Forbidden());
  }

  @Test
  void nothing_is_sold_to_who_is_not_there_or_of_what_is_not_on_sale_or_at_half_a_cent() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Event draft = fakes.add(AnEvent.draft("event-2"));

    assertThat(sells(event, 1, new Customer.Account(new UserId("nobody"))))
        .isEqualTo(new Outcome.NoSuchUser());
    assertThat(Buyer.refusal(asked(sells(draft, 1, EVE)))).isEqualTo(new Refusal.EventNotFound());
    assertThatThrownBy(() -> sells(STAFF, event, 1, "0.005", EVE, ABooking.key(1)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("price");
    fakes.clock.advance(Duration.between(fakes.clock.instant(), event.details().date()));
    assertThat(Buyer.refusal(asked(sells(event, 1, EVE))))
        .isEqualTo(new Refusal.NotBookable(NotBookableReason.BEGUN));
  }

  @Test
  void who_sold_a_booking_may_give_it_back_and_other_staff_may_not() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Live sold = sold(sells(event, 2, EVE));
    Principal colleague = APrincipal.with("kim", Role.STAFF);
    Principal demoted = APrincipal.user("sam");

    for (Principal other : List.of(colleague, demoted)) {
      assertThat(fakes.cancelBooking().handle(cancel(sold, other)))
          .isEqualTo(new Change.NotFound<>());
    }
    assertThat(fakes.cancelBooking().handle(cancel(sold, STAFF))).isInstanceOf(Change.Done.class);
  }

  private static CancelBooking.Command cancel(Booking booking, Principal by) {
    return new CancelBooking.Command(booking.id(), by, Reason.NOT_GIVEN);
  }

  @Test
  void those_who_run_the_sale_see_the_guest_until_nothing_is_kept_of_them() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Live sold = sold(sells(event, 1, EVE));
    FindBooking finder = fakes.findBooking();
    ForgetGuest forget =
        new ForgetGuest(finder, fakes.bookings, fakes.tickets, fakes.pages, fakes.clock);

    assertThat(finder.handle(sold.id(), STAFF).flatMap(BookingWithEvent::buyer))
        .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("Eve"));
    assertThat(forget.handle(sold.id(), APrincipal.with("other", Role.ORGANISER))).isFalse();
    assertThat(forget.handle(sold.id(), APrincipal.user("ada"))).isFalse();

    assertThat(forget.handle(sold.id(), STAFF)).isTrue();
    assertThat(finder.handle(sold.id(), STAFF).flatMap(BookingWithEvent::buyer)).isEmpty();
    assertThat(forget.handle(sold.id(), STAFF)).as("again").isTrue();
  }

  @Test
  void no_list_that_is_remembered_names_a_guest_who_was_forgotten() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Booking.Live sold = sold(sells(event, 1, EVE));
    FindBooking finder = fakes.findBooking();
    ListBookings lists =
        new ListBookings(fakes.bookings, fakes.pages, finder, fakes.users, fakes.clock);
    BookingQuery ofEve =
        BookingQuery.all(new PageRequest.After(Optional.empty(), 9))
            .of(Set.of(sold.details().userId()));
    lists.handle(ofEve, Optional.empty(), STAFF);

    new ForgetGuest(finder, fakes.bookings, fakes.tickets, fakes.pages, fakes.clock)
        .handle(sold.id(), STAFF);

    assertThat(
            ((ListBookings.Outcome.Listed) lists.handle(ofEve, Optional.empty(), STAFF))
                .page()
                .items())
        .singleElement()
        .satisfies(booking -> assertThat(booking.buyer()).isEmpty());
  }

  @Test
  void nothing_is_kept_of_who_comes_with_the_tickets_of_a_guest_but_of_an_account_it_is() {
    Event event = fakes.add(AnEvent.published("event-1"));
    Email email = new Email("eve@example.com");
    Booking.Live eves = sold(sells(event, 1, EVE));
    Booking.Live adas = sold(sells(event, 1, ADA));
    for (Booking.Live each : List.of(eves, adas)) {
      fakes.tickets.name(
          new TicketId(each.id(), 1),
          event.id(),
          Optional.of(new Visitor("Eve", Optional.of(email), Answers.NONE)),
          fakes.clock.instant());
      new ForgetGuest(fakes.findBooking(), fakes.bookings, fakes.tickets, fakes.pages, fakes.clock)
          .handle(each.id(), STAFF);
    }

    assertThat(fakes.tickets.naming(email, PageRequest.FIRST).items())
        .extracting(it -> it.ticket().booking())
        .containsExactly(adas.id());
  }
}
