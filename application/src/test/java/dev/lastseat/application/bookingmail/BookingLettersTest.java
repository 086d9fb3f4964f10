package dev.lastseat.application.bookingmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BoxOfficeSale;
import dev.lastseat.domain.booking.Guest;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AUser;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnOrder;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters say what is true when they are sent, or are not sent. */
class BookingLettersTest {
  private static final User ADA = proved(AUser.named("ada").with("Ada", Locale.GERMAN));

  private final Fakes fakes = Fakes.open();
  private final BookingLetters letters =
      new BookingLetters(
          fakes.bookings, fakes.orders, fakes.users, fakes.findBooking(), fakes.codes);
  private final Event concert = AnEvent.published("concert").event();
  private final Event play = AnEvent.published("play").event();

  private static User proved(User user) {
    return user.verified(user.email(), TickingClock.START);
  }

  @BeforeEach
  void addAll() {
    fakes.users.add(ADA);
    fakes.events.add(concert);
    fakes.events.add(play);
  }

  @Test
  void a_ticket_is_written_in_the_language_that_its_buyer_reads_now() {
    Booking.Confirmed booking = sold();
    assertThat(ticket(concert, booking).codes()).hasSize(booking.claim().places().count());
    fakes.users.update(ADA, ADA.with("Ada Lovelace", Locale.ENGLISH), TickingClock.START);

    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(
            new Addressed(
                ADA.email(),
                Locale.ENGLISH,
                new BookingLetter.Confirmed("Ada Lovelace", ticket(concert, booking))));
  }

  @Test
  void a_ticket_is_for_the_event_as_it_is_now() {
    Booking.Confirmed booking = sold();
    Event renamed = change(concert, "Another Concert");

    assertThat(letter(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(new BookingLetter.Confirmed("Ada", ticket(renamed, booking)));
  }

  @Test
  void a_ticket_that_was_given_back_meanwhile_is_withheld() {
    Booking.Confirmed booking = sold();
    cancel(booking, Reason.NOT_GIVEN);

    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(new Withheld("the booking is not confirmed, or not any more"));
  }

  @Test
  void a_ticket_is_withheld_when_its_event_is_cancelled_and_its_booking_soon_will_be() {
    Booking.Confirmed booking = sold();
    fakes.events.update(concert.cancel(fakes.clock.instant()));

    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isInstanceOf(Withheld.class);
  }

  @Test
  void an_order_is_one_letter_of_what_is_left_of_it() {
    AnOrder order =
        AnOrder.by(
            "ada", ABooking.key(7), ABooking.of(concert.id(), 1), ABooking.of(play.id(), 1, 2));
    fakes.orders.record(order.order(), order.bookings());
    Booking.Live first = order.bookings().getFirst();
    Booking.Live second = order.bookings().getLast();

    assertThat(letter(Letter.Kind.ORDER_PLACED, order.id().value()))
        .isEqualTo(
            new BookingLetter.Ordered(
                "Ada",
                List.of(ticket(concert, first), ticket(play, second)),
                List.of(euros(7_500))));

    cancel(first, Reason.NOT_GIVEN);
    assertThat(letter(Letter.Kind.ORDER_PLACED, order.id().value()))
        .isEqualTo(
            new BookingLetter.Ordered("Ada", List.of(ticket(play, second)), List.of(euros(5_000))));

    cancel(second, Reason.NOT_GIVEN);
    assertThat(write(Letter.Kind.ORDER_PLACED, order.id().value())).isInstanceOf(Withheld.class);
  }

  @Test
  void an_order_of_which_some_is_not_bought_yet_is_told_when_it_is() {
    AnOrder order = AnOrder.held(ABooking.of(concert.id(), 1), ABooking.of(play.id(), 1));
    fakes.orders.record(order.order(), order.bookings());
    buy(order.bookings().getFirst());
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> write(Letter.Kind.ORDER_PLACED, order.id().value()));

    buy(order.bookings().getLast());
    assertThat(write(Letter.Kind.ORDER_PLACED, order.id().value())).isEqualTo(Withheld.NOBODY);
  }

  private void buy(Booking held) {
    Booking.Pending hold = (Booking.Pending) held;
    fakes.bookings.change(hold, hold.confirm(fakes.clock.instant()));
  }

  @Test
  void of_a_ticket_that_was_taken_back_its_buyer_is_told_why() {
    Booking.Confirmed booking = sold();
    Booking.Cancelled cancelled = cancel(booking, new Reason("Row 3 is broken"));

    for (String other : List.of("user:bob", "key:ada", "system:sweeper")) {
      assertThat(letter(Letter.Kind.BOOKING_CANCELLED, booking.id().value() + " " + other))
          .isEqualTo(new BookingLetter.CancelledByOrganiser("Ada", concert, cancelled));
    }
  }

  @Test
  void who_gives_a_ticket_back_gets_a_receipt() {
    Booking.Confirmed booking = sold();
    Booking.Cancelled cancelled = cancel(booking, Reason.NOT_GIVEN);

    assertThat(letter(Letter.Kind.BOOKING_CANCELLED, booking.id().value() + " user:ada"))
        .isEqualTo(new BookingLetter.Cancelled("Ada", concert, cancelled));
  }

  @Test
  void who_gave_a_ticket_back_reads_which_codes_are_good_until_nothing_stands() {
    Booking.Confirmed booking = sold();
    Booking.Confirmed less =
        (Booking.Confirmed) ABooking.returned(booking, fakes.clock.instant(), 1);
    fakes.bookings.change(booking, less);

    assertThat(ticket(concert, less).codes()).hasSize(1);
    assertThat(letter(Letter.Kind.TICKETS_RETURNED, booking.id().value()))
        .isEqualTo(new BookingLetter.TicketsReturned("Ada", ticket(concert, less)));

    cancel(less, Reason.NOT_GIVEN);
    assertThat(write(Letter.Kind.TICKETS_RETURNED, booking.id().value()))
        .isInstanceOf(Withheld.class);
  }

  @Test
  void a_hold_that_was_given_back_was_no_ticket() {
    Booking.Pending hold = ABooking.of(concert.id(), 1).by("ada").pending();
    fakes.bookings.record(hold);
    cancel(hold, Reason.NOT_GIVEN);

    assertThat(write(Letter.Kind.BOOKING_CANCELLED, hold.id().value() + " user:ada"))
        .isInstanceOf(Withheld.class);
  }

  @Test
  void nobody_is_written_to_whose_account_is_gone() {
    Booking.Confirmed booking = sold();
    fakes.users.remove(ADA.id(), TickingClock.START);

    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(Withheld.NOBODY);
  }

  @Test
  void a_guest_of_the_box_office_is_written_to_until_nothing_is_kept_of_them() {
    Email address = new Email("eve@example.com");
    Booking.Confirmed booking = soldTo(new Guest("Eve", Optional.of(address)), 1);

    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(
            new Addressed(
                address,
                Locale.ENGLISH,
                new BookingLetter.Confirmed("Eve", ticket(concert, booking))));

    fakes.bookings.forgetGuest(booking.id(), fakes.clock.instant());
    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, booking.id().value()))
        .isEqualTo(Withheld.NOBODY);
    Booking.Confirmed other = soldTo(new Guest("Bob", Optional.empty()), 2);
    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, other.id().value()))
        .as("no address is known")
        .isEqualTo(Withheld.NOBODY);
  }

  private Booking.Confirmed soldTo(Guest guest, int place) {
    BoxOfficeSale sale = new BoxOfficeSale(new UserId("sam"), Optional.of(guest));
    Booking.Confirmed booking = ABooking.of(concert.id(), place).at(sale).confirmed();
    fakes.bookings.record(booking);
    return booking;
  }

  @Test
  void what_there_never_was_is_withheld() {
    assertThat(write(Letter.Kind.BOOKING_CONFIRMED, "nothing")).isInstanceOf(Withheld.class);
    assertThat(write(Letter.Kind.ORDER_PLACED, "nothing")).isInstanceOf(Withheld.class);
  }

  private Booking.Confirmed sold() {
    Booking.Confirmed booking = ABooking.of(concert.id(), 1, 2).by("ada").confirmed();
    fakes.bookings.record(booking);
    return booking;
  }

  private Booking.Cancelled cancel(Booking.Live booking, Reason reason) {
    Booking.Cancelled cancelled = booking.cancel(fakes.clock.instant(), reason);
    assertThat(fakes.bookings.change(booking, cancelled)).isTrue();
    return cancelled;
  }

  private Event change(Event event, String name) {
    Event changed =
        event.change(EventChange.of(event.details()).named(name).details(), fakes.clock.instant());
    fakes.events.update(changed);
    return changed;
  }

  private static Money euros(long cents) {
    return new Money(cents, Money.currency("EUR"));
  }

  private Letter letter(Letter.Kind kind, String about) {
    return ((Addressed) write(kind, about)).letter();
  }

  private Writing write(Letter.Kind kind, String about) {
    LetterWriter writer =
        letters.writers().stream().filter(it -> it.kind() == kind).findAny().orElseThrow();
    return writer.write().apply(about, fakes.clock.instant());
  }

  /** With the codes of all its visitors. */
  private Ticket ticket(Event event, Booking booking) {
    return new Ticket(event, booking, fakes.codes.codesOf(booking));
  }
}
