package dev.lastseat.application.order;

import static dev.lastseat.application.order.Customer.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.SaleOutcome;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.APrincipal;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.port.StoreUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private final Fakes fakes = Fakes.open();
  private final Customer customer = new Customer(fakes);
  private final Event play = fakes.add(AnEvent.published("play").places(10));
  private final Event film = fakes.add(AnEvent.published("film").places(10));

  @Test
  void tickets_of_several_events_are_sold_together() {
    OrderWithBookings order = Customer.placed(customer.orders("ada", of(play, 2), of(film, 1)));

    assertThat(Customer.items(order)).containsExactly(of(play, 2), of(film, 1));
    assertThat(order.bookings())
        .extracting(BookingWithEvent::booking)
        .allSatisfy(
            booking -> {
              assertThat(booking).isInstanceOf(Booking.Confirmed.class);
              assertThat(booking.details().order()).contains(order.order().id());
              assertThat(booking.details().key()).isEqualTo(order.order().key());
              assertThat(fakes.bookings.find(booking.id())).contains(booking);
            });
  }

  @Test
  void an_order_is_shown_to_its_owner_and_to_admins_only() {
    OrderWithBookings order = Customer.placed(customer.orders("ada", of(play, 2)));
    FindOrder find = fakes.findOrder();
    var id = order.order().id();

    assertThat(find.handle(id, APrincipal.user("ada"))).contains(order);
    assertThat(find.handle(id, APrincipal.admin("root"))).contains(order);
    assertThat(find.handle(id, APrincipal.user("bob"))).isEmpty();
  }

  @Test
  void an_order_with_an_event_that_is_unknown_or_not_on_sale_sells_nothing() {
    Event never = AnEvent.published("never").event();
    Event draft = fakes.add(AnEvent.with("draft", EventStatus.DRAFT));
    Event over = fakes.add(AnEvent.with("over", EventStatus.COMPLETED));

    for (Event hidden : List.of(never, draft)) {
      assertThat(customer.orders(of(play, 1), of(hidden, 1)))
          .isEqualTo(new SaleOutcome.Refused<>(hidden.id(), new Refusal.EventNotFound()));
    }
    assertThat(customer.orders(of(play, 1), of(over, 1)))
        .isInstanceOfSatisfying(
            SaleOutcome.Refused.class,
            refused -> {
              assertThat(refused.event()).isEqualTo(over.id());
              assertThat(refused.refusal()).isInstanceOf(Refusal.NotBookable.class);
            });
    assertThat(fakes.taken(play)).isZero();
  }

  @Test
  void an_order_of_which_one_event_is_sold_out_sells_nothing_and_gives_its_places_back() {
    Customer.placed(customer.orders(of(film, 8)));
    assertThat(customer.orders(of(play, 4), of(film, 3)))
        .isEqualTo(new SaleOutcome.Refused<>(film.id(), new Refusal.SoldOut(2)));
    assertThat(fakes.taken(play)).isZero();
    fakes.bookings.afterFreePlaces(
        () -> {
          throw new AssertionError("searched");
        });

    customer.orders(of(play, 6));
    Customer.placed(customer.orders(of(play, 4)));
  }

  @Test
  void an_order_beyond_the_allowance_of_one_event_sells_nothing_and_gives_its_places_back() {
    Event gala = fakes.add(AnEvent.published("gala").places(10).perUser(3));
    Customer.placed(customer.orders("ada", of(gala, 2)));

    assertThat(customer.orders("ada", of(play, 2), of(gala, 2)))
        .isEqualTo(new SaleOutcome.Refused<>(gala.id(), new Refusal.AllowanceSpent(3)));
    assertThat(customer.orders("bob", of(play, 2), of(gala, 4)))
        .isEqualTo(new SaleOutcome.Refused<>(gala.id(), new Refusal.AllowanceSpent(3)));
    assertThat(fakes.taken(play)).isZero();
    assertThat(fakes.taken(gala)).isEqualTo(2);
    Customer.placed(customer.orders("ada", of(play, 2), of(gala, 1)));
  }

  @Test
  void a_place_that_is_lost_is_replaced_and_the_other_items_keep_theirs() {
    fakes.orders.beforeRecord(() -> fakes.bookings.record(ABooking.of(film.id(), 1).confirmed()));

    assertThat(Customer.places(customer.orders(of(play, 2), of(film, 1))))
        .containsExactly(List.of(1, 2), List.of(2));
  }

  @Test
  void an_allowance_that_is_lost_is_replaced_and_no_item_changes_its_places() {
    fakes.orders.beforeRecord(
        () -> fakes.bookings.record(ABooking.of(film.id(), 9).by("ada").confirmed()));

    OrderWithBookings order = Customer.placed(customer.orders("ada", of(play, 2), of(film, 1)));

    assertThat(order.bookings().getLast().booking())
        .isInstanceOfSatisfying(
            Booking.Confirmed.class,
            sold -> {
              assertThat(sold.claim().places().ordinals()).containsExactly(1);
              assertThat(sold.claim().allowances().ordinals()).containsExactly(2);
            });
  }

  @Test
  void a_sale_adds_to_the_availability_of_each_event() {
    fakes.availability.get(List.of(play.id(), film.id()), fakes::count);

    customer.orders(of(play, 2), of(film, 1));

    var shown =
        fakes.availability.get(
            List.of(play.id(), film.id()),
            _ -> {
              throw new AssertionError("counted again");
            });
    assertThat(shown.get(play.id())).extracting("counts").isEqualTo(new TicketCounts(2, 0));
    assertThat(shown.get(film.id())).extracting("counts").isEqualTo(new TicketCounts(1, 0));
  }

  @Test
  void an_order_for_which_the_store_went_away_gives_the_places_back_that_it_found() {
    Customer.placed(customer.orders(of(play, 1)));
    fakes.store.goAway();
    assertThatThrownBy(() -> customer.orders(of(play, 3), of(film, 1)))
        .isInstanceOf(StoreUnavailable.class);
    fakes.store.comeBack();
    fakes.bookings.afterFreePlaces(
        () -> {
          throw new AssertionError("searched");
        });

    Customer.placed(customer.orders(of(play, 6)));
    Customer.placed(customer.orders(of(play, 3)));
  }

  @Test
  void a_store_that_is_away_is_no_answer_and_no_order() {
    fakes.store.goAway();
    assertThatThrownBy(() -> customer.orders(of(play, 1), of(film, 1)))
        .isInstanceOf(StoreUnavailable.class);

    fakes.store.comeBack();
    assertThat(fakes.taken(play) + fakes.taken(film)).isZero();
    Customer.placed(customer.orders(of(play, 1), of(film, 1)));
  }
}
