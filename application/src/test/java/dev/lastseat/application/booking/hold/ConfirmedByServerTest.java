package dev.lastseat.application.booking.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.Buyer;
import dev.lastseat.application.booking.Change;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.claim.AllowanceFinder;
import dev.lastseat.application.claim.BuyerRule;
import dev.lastseat.application.claim.ClaimFinder;
import dev.lastseat.application.claim.Finding;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.Terms;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tickets that only those who run the event confirm, once they are paid. */
class ConfirmedByServerTest {
  private static final Terms BY_SERVER = Terms.USUAL.confirmedBy(ConfirmedBy.SERVER);
  private static final Money NOTHING = new Money(0, Money.currency("EUR"));
  private static final Principal ORGANISER =
      APrincipal.with(AnEvent.ORGANISER.value(), Role.ORGANISER);

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);
  private final ConfirmBooking confirm =
      new ConfirmBooking(fakes.findBooking(), fakes.changes, fakes.clock);
  private final Event event = fakes.add(AnEvent.published("event-1").terms(BY_SERVER));

  @Test
  void what_a_buyer_books_is_held() {
    Booking.Live booked = Buyer.booked(buyer.buys("ada", event, 2));

    assertThat(booked).isInstanceOf(Booking.Pending.class);
    assertThat(booked.details().hold()).isTrue();
  }

  @Test
  void the_same_request_again_finds_the_hold() {
    Buyer.booked(buyer.buys("ada", event, 2, ABooking.key(7)));

    assertThat(buyer.buys("ada", event, 2, ABooking.key(7))).matches(Buyer::isReplayed);
  }

  @Test
  void whoever_lets_such_holds_expire_waits_as_for_others() {
    List<Boolean> asked = new ArrayList<>();
    BuyerRule rule =
        (user, booked, hold) -> {
          asked.add(hold);
          return Optional.empty();
        };
    AllowanceFinder allowances = new AllowanceFinder(fakes.bookings, fakes.changes, new Random(7));
    ClaimFinder claims =
        new ClaimFinder(fakes.reader, fakes.placeFinder(), allowances, rule, fakes.clock);
    var request = new TicketRequest(event.id(), new Quantity(1));

    assertThat(claims.first(new UserId("ada"), request, false)).isInstanceOf(Finding.Found.class);
    assertThat(asked).containsExactly(true);
  }

  @Test
  void no_store_records_a_sale_that_was_never_held_whatever_the_cache_said() {
    Event free = fakes.add(AnEvent.published("event-2"));
    fakes.reader.find(free.id());
    fakes.events.update(
        free.change(EventChange.of(free.details()).terms(BY_SERVER).details(), TickingClock.START));

    Booking.Confirmed sale = ABooking.of(free.id(), 1).confirmed();
    assertThat(fakes.bookings.record(sale)).isInstanceOf(Recording.NotAdmitted.class);
    assertThat(BookingPolicy.admits(event, ABooking.of(event.id(), 1).pending())).isTrue();
    assertThat(Buyer.booked(buyer.buys("ada", free, 1))).isInstanceOf(Booking.Pending.class);
  }

  @Test
  void its_organiser_or_an_admin_confirms_a_hold_and_its_buyer_does_not() {
    Event free = fakes.add(AnEvent.published("free").terms(BY_SERVER).price(NOTHING));
    Booking.Live one = Buyer.booked(buyer.buys("ada", free, 1));
    Booking.Live two = Buyer.booked(buyer.buys("ada", free, 1));

    assertThat(confirm.handle(one.id(), APrincipal.user("ada")))
        .isEqualTo(new Change.Forbidden<>());
    assertThat(confirm.handle(one.id(), APrincipal.user("eve"))).isEqualTo(new Change.NotFound<>());
    assertThat(confirm.handle(one.id(), APrincipal.with("other", Role.ORGANISER)))
        .isEqualTo(new Change.NotFound<>());
    assertThat(confirm.handle(one.id(), ORGANISER)).isInstanceOf(Change.Done.class);
    assertThat(confirm.handle(two.id(), APrincipal.admin("root"))).isInstanceOf(Change.Done.class);
  }

  @Test
  void what_was_held_for_money_is_not_given_away_once_its_event_costs_nothing() {
    Event dear = fakes.add(AnEvent.published("dear").terms(Terms.USUAL));
    Booking.Live hold = Buyer.booked(buyer.buys("ada", dear, 1, ABooking.key(7)));
    fakes.repriceElsewhere(dear, NOTHING);

    assertThat(confirm.handle(hold.id(), APrincipal.user("ada")))
        .isEqualTo(new Change.Forbidden<>());
    assertThat(confirm.handle(hold.id(), ORGANISER)).isEqualTo(new Change.PaymentNeeded<>());
    assertThat(buyer.buys("ada", dear, 1, ABooking.key(7)))
        .isInstanceOfSatisfying(
            SaleOutcome.Granted.class, granted -> assertThat(granted.replayed()).isTrue());
  }

  @Test
  void holds_last_as_long_as_their_event_says() {
    Duration threeHours = Duration.ofHours(3);
    Event slow =
        fakes.add(
            AnEvent.published("event-3")
                .terms(
                    new Terms(
                        Optional.empty(),
                        Optional.of(threeHours),
                        Optional.empty(),
                        Optional.empty())));

    assertThat(((Booking.Pending) Buyer.booked(buyer.buys("ada", slow, 1))).expiresAt())
        .isEqualTo(TickingClock.START.plus(threeHours));
  }
}
