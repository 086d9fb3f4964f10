package dev.lastseat.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.booking.SellAtBoxOffice.Customer;
import dev.lastseat.application.booking.cancel.CancelBooking;
import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.application.event.RebuildEvent;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.claim.Quantity;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.Contingent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.NotBookableReason;
import dev.lastseat.domain.fake.FakeFactLog;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Staff sells from what is kept for it, and buyers from what is not. */
class SellFromContingentTest {
  private static final Instant RELEASE = TickingClock.START.plusSeconds(60);
  private static final Contingent PRESS = new Contingent("Press", 10, Optional.of(RELEASE));
  private static final Contingent SPONSORS = new Contingent("Sponsors", 5, Optional.empty());
  private static final Principal STAFF = APrincipal.with("sam", Role.STAFF);
  private static final Principal ADMIN = APrincipal.admin("root");

  private final Fakes fakes = Fakes.open();
  private final Buyer buyer = new Buyer(fakes);
  private final AtomicLong keys = new AtomicLong(2_000_000);
  private final SellAtBoxOffice office =
      new SellAtBoxOffice(fakes.bookTickets(), fakes.events, fakes.users);

  private SaleOutcome<BookingWithEvent> sells(
      Event event, int quantity, Optional<String> contingent) {
    return sells(event, quantity, contingent, keys.incrementAndGet());
  }

  private SaleOutcome<BookingWithEvent> sells(
      Event event, int quantity, Optional<String> contingent, long key) {
    var command =
        new SellAtBoxOffice.Command(
            STAFF,
            event.id(),
            new Quantity(quantity),
            BigDecimal.ZERO,
            Optional.empty(),
            contingent,
            new Customer.Walking(new Guest("Eve", Optional.empty())),
            ABooking.key(key));
    return ((SellAtBoxOffice.Outcome.Asked) office.handle(command)).sale();
  }

  private SaleOutcome<BookingWithEvent> sellsPress(Event event, int quantity) {
    return sells(event, quantity, Optional.of("Press"));
  }

  private Availability availability(Event event) {
    return fakes.shown(fakes.events.find(event.id()).orElseThrow()).availability();
  }

  private void release(Event event) {
    Contingent now = new Contingent("Press", 10, Optional.of(fakes.clock.instant()));
    assertThat(
            fakes
                .eventEditor()
                .change(
                    ADMIN,
                    event.id(),
                    _ -> true,
                    it -> EventChange.of(it.details()).contingents(now).details()))
        .isInstanceOf(EventEditor.Outcome.Changed.class);
  }

  @Test
  void buyers_get_no_kept_place_and_whoever_names_a_contingent_only_those_of_it() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).contingents(PRESS, SPONSORS));

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(16);
    assertThat(Buyer.places(sellsPress(event, 2))).containsExactly(1, 2);
    assertThat(Buyer.places(sells(event, 1, Optional.of("Sponsors")))).containsExactly(11);
    assertThat(Buyer.places(sells(event, 2, Optional.empty()))).containsExactly(17, 18);
    assertThat(Buyer.refusal(buyer.buys(event, 3))).isEqualTo(new Refusal.SoldOut(2));
    assertThat(Buyer.refusal(sellsPress(event, 9))).isEqualTo(new Refusal.SoldOut(8));
    assertThat(Buyer.refusal(sells(event, 1, Optional.of("Nobody"))))
        .isEqualTo(new Refusal.NoContingent("Nobody"));
  }

  @Test
  void who_runs_the_sale_sees_what_is_left_where_and_buyers_what_they_can_buy() {
    Event event = fakes.add(AnEvent.published("event-1").places(16).contingents(PRESS, SPONSORS));
    sellsPress(event, 3);

    assertThat(availability(event))
        .usingRecursiveComparison()
        .ignoringFields("asOf")
        .isEqualTo(
            new Availability(
                16,
                1,
                3,
                0,
                List.of(
                    new Availability.OfContingent(PRESS, false, 3, 7),
                    new Availability.OfContingent(SPONSORS, false, 0, 5)),
                fakes.clock.instant()));
    sellsPress(event, 1);
    Buyer.booked(buyer.buys(event, 1));
    assertThat(availability(event).contingents().getFirst().left()).isEqualTo(6);
    EventWithAvailability shown = fakes.shown(event);
    assertThat(shown.availability().availableTickets()).isZero();
    assertThat(shown.notBookable()).contains(NotBookableReason.SOLD_OUT);

    fakes.clock.advance(Duration.ofSeconds(60));
    assertThat(availability(event).availableTickets()).isEqualTo(6);
    assertThat(availability(event).contingents().getFirst())
        .isEqualTo(new Availability.OfContingent(PRESS, true, 4, 0));
  }

  @Test
  void at_its_release_everybody_may_buy_at_once_what_was_sold_out_a_moment_ago() {
    Event event = fakes.add(AnEvent.published("event-1").places(11).contingents(PRESS));
    sellsPress(event, 9);
    Buyer.booked(buyer.buys(event, 1));
    fakes.clock.advance(Duration.ofMillis(59_999));
    assertThat(Buyer.refusal(buyer.buys(event, 1))).isEqualTo(new Refusal.SoldOut(0));

    fakes.clock.advance(Duration.ofMillis(1));

    assertThat(Buyer.refusal(sellsPress(event, 1))).isEqualTo(new Refusal.NoContingent("Press"));
    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(10);
    assertThat(Buyer.refusal(buyer.buys(event, 1))).isEqualTo(new Refusal.SoldOut(0));
  }

  @Test
  void released_by_hand_too_and_on_an_instance_that_does_not_know_yet() {
    Event event = fakes.add(AnEvent.published("event-1").places(11).contingents(PRESS));
    Buyer.booked(buyer.buys(event, 1));
    assertThat(Buyer.refusal(buyer.buys(event, 1))).isEqualTo(new Refusal.SoldOut(0));
    Event before = fakes.reader.find(event.id()).orElseThrow();

    release(event);
    fakes.eventCache.get(event.id(), _ -> Optional.of(before)); // read just before

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(1);
    assertThat(Buyer.refusal(sellsPress(event, 1))).isEqualTo(new Refusal.NoContingent("Press"));
  }

  @Test
  void what_was_given_back_belongs_to_its_contingent_again() {
    Event event = fakes.add(AnEvent.published("event-1").places(11).contingents(PRESS));
    Booking.Live sold = Buyer.booked(sellsPress(event, 10));
    Buyer.booked(buyer.buys(event, 1));

    fakes.cancelBooking().handle(new CancelBooking.Command(sold.id(), STAFF, Reason.NOT_GIVEN));

    assertThat(Buyer.refusal(buyer.buys(event, 1))).isEqualTo(new Refusal.SoldOut(0));
    Buyer.booked(sellsPress(event, 10));
  }

  @Test
  void what_is_given_back_after_its_release_everybody_may_buy_at_once() {
    Event event = fakes.add(AnEvent.published("event-1").places(11).contingents(PRESS));
    Booking.Live sold = Buyer.booked(sellsPress(event, 10));
    Buyer.booked(buyer.buys(event, 1));
    fakes.clock.advance(Duration.ofSeconds(63)); // and the mark may stand again
    assertThat(Buyer.refusal(buyer.buys(event, 1))).isEqualTo(new Refusal.SoldOut(0));

    fakes.cancelBooking().handle(new CancelBooking.Command(sold.id(), STAFF, Reason.NOT_GIVEN));

    assertThat(Buyer.places(buyer.buys(event, 1))).containsExactly(1);
  }

  @Test
  void the_same_sale_is_found_again_after_the_release_and_is_another_one_from_elsewhere() {
    Event event = fakes.add(AnEvent.published("event-1").contingents(PRESS));
    Booking.Live sold = Buyer.booked(sells(event, 1, Optional.of("Press"), 7));
    assertThat(sells(event, 1, Optional.empty(), 7)).isEqualTo(new SaleOutcome.KeyReused<>());

    fakes.clock.advance(Duration.ofSeconds(60));

    assertThat(Buyer.granted(sells(event, 1, Optional.of("Press"), 7), true).booking())
        .isEqualTo(sold);
  }

  @Test
  void the_past_tells_what_could_be_bought_then() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).contingents(PRESS));
    fakes.clock.advance(Duration.ofSeconds(1));
    sellsPress(event, 4);
    Availability then = availability(event);
    Instant at = fakes.clock.instant();
    fakes.clock.advance(Duration.ofSeconds(90));
    var rebuild =
        new RebuildEvent(fakes.events, new FakeFactLog(fakes.store), () -> {}, fakes.clock);

    assertThat(rebuild.handle(event.id(), at, ADMIN))
        .isInstanceOfSatisfying(
            RebuildEvent.Outcome.Rebuilt.class,
            past -> {
              assertThat(past.event().event()).isEqualTo(event);
              assertThat(past.event().availability()).isEqualTo(then);
              assertThat(then.availableTickets()).isEqualTo(10);
            });
  }

  @RepeatedTest(3)
  void of_fifty_at_once_on_both_sides_each_place_goes_to_one_of_its_own_side() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).contingents(PRESS));

    List<SaleOutcome<BookingWithEvent>> outcomes =
        Race.of(50, i -> i % 2 == 0 ? sellsPress(event, 1) : buyer.buys(event, 1));

    for (int side = 0; side < 2; side++) {
      int first = 10 * side + 1;
      assertThat(places(outcomes, side))
          .hasSize(10)
          .doesNotHaveDuplicates()
          .allMatch(place -> place >= first && place < first + 10);
    }
  }

  private static List<Integer> places(List<SaleOutcome<BookingWithEvent>> outcomes, int side) {
    return IntStream.range(0, outcomes.size())
        .filter(i -> i % 2 == side)
        .mapToObj(outcomes::get)
        .filter(Buyer::isNew)
        .flatMap(it -> Buyer.places(it).stream())
        .toList();
  }

  @RepeatedTest(3)
  void released_in_the_middle_of_a_storm_every_place_is_sold_once() {
    Event event = fakes.add(AnEvent.published("event-1").places(20).contingents(PRESS));

    List<Optional<SaleOutcome<BookingWithEvent>>> outcomes =
        Race.of(
            50,
            i -> {
              if (i == 25) {
                release(event);
                return Optional.<SaleOutcome<BookingWithEvent>>empty();
              }
              return Optional.of(i % 2 == 0 ? sellsPress(event, 1) : buyer.buys(event, 1));
            });
    for (int left = 20 - fakes.taken(event); left > 0; left--) {
      Buyer.booked(buyer.buys(event, 1));
    }

    List<SaleOutcome<BookingWithEvent>> answered =
        outcomes.stream().flatMap(Optional::stream).toList();
    assertThat(places(answered, 0)).doesNotHaveDuplicates().isNotEmpty();
    assertThat(fakes.taken(event)).isEqualTo(20);
    assertThat(fakes.bookings.freePlaces(event.id(), 20, 20)).isEmpty();
  }
}
