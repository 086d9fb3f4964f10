package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.http.House;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bookings: making, showing, confirming and cancelling them. */
class BookingsTest extends ServerTest {
  private static final String TWO = "{'eventId':'event-1','quantity':2}";
  private static final String HELD = "{'eventId':'event-1','hold':true}";

  private String anna = "";
  private String ben = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("event-1").places(3));
    anna = token("anna");
    ben = token("ben");
  }

  @Test
  void a_booking_is_shown_where_it_says_it_is() {
    Reply booked = book(anna, TWO).is(201);
    assertThat(booked.header("Cache-Control")).isEqualTo("no-store");
    assertThat(booked.text("/status")).isEqualTo("confirmed");
    assertThat(booked.data().path("quantity").isInt()).isTrue();
    assertThat(booked.data().path("totalPrice").decimalValue()).isEqualByComparingTo("50");
    assertThat(booked.text("/event/name")).isEqualTo("Concert");
    assertThat(root(booked.header("Location")).as(anna).get().is(200).data())
        .isEqualTo(booked.data());
  }

  @Test
  void even_the_dearest_tickets_have_a_total() {
    add(AnEvent.published("dear").price(new Money(Money.MAX_PRICE, Money.currency("EUR"))));

    Reply booked = book(anna, "{'eventId':'dear','quantity':10}").is(201);

    assertThat(booked.data().path("totalPrice").decimalValue())
        .isEqualByComparingTo("100000000000");
  }

  @Test
  void a_booking_of_somebody_else_does_not_exist() {
    String location = book(anna, HELD).is(201).header("Location");
    root(location).as(ben).get().isError(Code.NOT_FOUND);
    root(location + "/confirm").as(ben).send("PATCH").isError(Code.NOT_FOUND);
    root(location + "/cancel").as(ben).send("PATCH").isError(Code.NOT_FOUND);
    String admin = admin();
    root(location).as(admin).get().is(200);
    root(location + "/confirm").as(admin).send("PATCH").isError(Code.NOT_FOUND);
    root(location + "/cancel").as(admin).send("PATCH").is(200);
  }

  @Test
  void only_admins_list_what_others_booked() {
    book(anna, TWO).is(201);
    api("/bookings?all=true").as(ben).get().isError(Code.AUTHORIZATION_ERROR);
    api("/bookings?userId=anna").as(ben).get().isError(Code.AUTHORIZATION_ERROR);
    assertThat(api("/bookings").as(ben).get().is(200).data()).isEmpty();
    assertThat(api("/bookings?userId=ben").as(ben).get().is(200).data()).isEmpty();
    assertThat(api("/bookings").as(anna).get().is(200).data()).hasSize(1);
    String admin = admin();
    assertThat(api("/bookings").as(admin).get().is(200).data()).isEmpty();
    assertThat(api("/bookings?all=true").as(admin).get().is(200).data()).hasSize(1);
    assertThat(api("/bookings?userId=anna").as(admin).get().is(200).data()).hasSize(1);
  }

  @Test
  void a_hold_is_confirmed_before_its_end_and_not_from_then_on() {
    String inTime = book(anna, HELD).is(201).header("Location");
    Reply late = book(anna, HELD).is(201);
    assertThat(late.text("/status")).isEqualTo("pending");
    assertThat(late.json().path("message").asText())
        .isEqualTo("Held until 2026-06-01T12:15:00.000Z.");
    assertThat(late.text("/expiresAt")).isEqualTo("2026-06-01T12:15:00.000Z");
    house.clock.advance(House.HOLD.minusMillis(1));
    Reply confirmed = root(inTime + "/confirm").as(anna).send("PATCH").is(200);
    assertThat(confirmed.text("/status")).isEqualTo("confirmed");
    house.clock.advance(House.HOLD.minus(House.HOLD.minusMillis(1)));
    String lateOne = late.header("Location") + "/confirm";
    root(lateOne).as(anna).send("PATCH").isError(Code.CONFLICT);
    Reply again = root(inTime + "/confirm").as(anna).send("PATCH").is(200);
    assertThat(again.data()).isEqualTo(confirmed.data());
  }

  @Test
  void cancelling_again_changes_nothing() {
    String cancel = book(anna, TWO).is(201).header("Location") + "/cancel";
    Reply first = root(cancel).as(anna).send("PATCH", "{'reason':'ill'}").is(200);
    assertThat(first.text("/cancellationReason")).isEqualTo("ill");
    house.clock.advance(WINDOW);
    Reply again = root(cancel).as(anna).send("PATCH", "{'reason':'other plans'}").is(200);
    assertThat(again.data()).isEqualTo(first.data());
  }

  @Test
  void the_words_of_a_buyer_are_not_taken_for_those_of_the_program() {
    String cancel = book(anna, TWO).is(201).header("Location") + "/cancel";
    String own = Reason.EVENT_CANCELLED.text();
    Reply cancelled = root(cancel).as(anna).send("PATCH", "{'reason':'" + own + "'}").is(200);
    assertThat(cancelled.text("/cancellationReason")).isEqualTo(own + ".");
  }

  @Test
  void who_lets_holds_expire_again_and_again_is_told_when_to_hold_tickets_again() {
    Event event = add(AnEvent.published("event-1"));
    for (int place = 1; place <= HoldPatience.DEFAULT_FREE; place++) {
      Booking.Pending hold =
          ABooking.of(event.id(), place).by("anna").at(house.clock.instant()).pending();
      house.bookings.record(hold);
      house.bookings.change(hold, hold.expire(hold.expiresAt()));
    }
    house.clock.advance(ABooking.HOLD);

    Reply refused =
        book(token("anna"), "{'eventId':'event-1','hold':true}").isError(Code.HOLD_AGAIN_LATER);

    assertThat(refused.header("Retry-After")).isEqualTo("60");
    book(token("anna"), "{'eventId':'event-1'}").is(201);
  }
}
