package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.ASchedule;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.ticket.SealedCode;
import dev.lastseat.domain.ticket.TicketCode;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What buyers read about their bookings. */
class TicketLettersTest {
  private static final Event CONCERT =
      AnEvent.published("concert")
          .named("The Harbour Trio")
          .at("Blue Note Cellar")
          .on(Instant.parse("2026-07-01T18:30:00Z"))
          .event();
  private static final Booking.Confirmed BOOKING = ABooking.of(CONCERT.id(), 4, 5).confirmed();
  private static final String NUMBER = BOOKING.details().ticketNumber().value();
  private static final List<TicketCode> CODES = codes(BOOKING);

  private final Letters letters = new Letters(URI.create("https://shop.example.com"));

  @Test
  void a_ticket_says_all_that_is_needed_at_the_entrance() {
    Letters.Written written = write(confirmed(CONCERT), Locale.ENGLISH);

    assertThat(written.subject()).isEqualTo("Your ticket: The Harbour Trio");
    assertThat(written.text())
        .isEqualTo(
            """
            Hello Ada,

            your booking is confirmed. Each visitor needs a code: \
            show it at the entrance, printed or on a screen, and to nobody else.

            Event: The Harbour Trio
            Date: Wednesday, July 1, 2026, 18:30 UTC
            Venue: Blue Note Cellar
            Tickets: 2, €25.00 each
            Places: 4, 5
            Total: €50.00
            Ticket number: %s
            Code: %s
            Code: %s

            The attached file puts the date into your calendar.
            """
                .formatted(NUMBER, CODES.get(0).value(), CODES.get(1).value()));
    assertThat(written.html())
        .contains(CODES.stream().map(code -> "cid:" + Letters.image(code.value())).toList());
  }

  @Test
  void dates_and_prices_are_written_as_the_language_does() {
    assertThat(write(confirmed(CONCERT), Locale.GERMAN).text())
        .contains(
            """
            Veranstaltung: The Harbour Trio
            Zeit: Mittwoch, 1. Juli 2026, 18:30 UTC
            Ort: Blue Note Cellar
            Karten: 2 zu je 25,00\u00A0€
            Plätze: 4, 5
            Summe: 50,00\u00A0€
            Ticketnummer: %s
            """
                .formatted(NUMBER));
  }

  @Test
  void an_order_is_one_letter_with_every_ticket_and_its_code() {
    Booking.Confirmed other = ABooking.of(CONCERT.id(), 6).confirmed();
    Letters.Written written =
        write(
            new BookingLetter.Ordered(
                "Ada",
                List.of(
                    new Ticket(CONCERT, BOOKING, CODES), new Ticket(CONCERT, other, codes(other))),
                List.of(euros(7_500), new Money(3_000, Money.currency("JPY")))),
            Locale.ENGLISH);

    assertThat(written.text())
        .contains("it costs €75.00 + ¥3,000 in all.")
        .contains(
            "Ticket number: " + NUMBER, "Ticket number: " + other.details().ticketNumber().value());
    assertThat(written.codes()).hasSize(3).allMatch(it -> written.html().contains("cid:" + it));
  }

  @Test
  void a_hold_that_ends_has_no_ticket_yet_and_says_how_to_get_no_more_of_these() {
    Booking.Pending hold = ABooking.of(CONCERT.id(), 4).pending();
    Letters.Written written =
        write(new BookingLetter.HoldEnding("Ada", CONCERT, hold, "secret"), Locale.ENGLISH);

    assertThat(written.text())
        .contains("held for you until Monday, June 1, 2026, 12:15 UTC.")
        .contains("\n\nhttps://shop.example.com/unsubscribe#token=secret\n")
        .doesNotContain(hold.details().ticketNumber().value());
    assertThat(written.codes()).isEmpty();
  }

  @Test
  void who_cancels_gets_a_receipt_and_no_code() {
    Letters.Written written =
        write(
            new BookingLetter.Cancelled("Ada", CONCERT, cancelled(Reason.NOT_GIVEN)),
            Locale.ENGLISH);

    assertThat(written.subject()).isEqualTo("You cancelled a booking: The Harbour Trio");
    assertThat(written.text())
        .contains("you cancelled this booking: Monday, June 1, 2026, 12:00 UTC.")
        .contains("Ticket number: " + NUMBER)
        .doesNotContain("Places");
    assertThat(written.codes()).isEmpty();
  }

  @Test
  void of_a_cancelled_event_its_buyers_read_in_their_language() {
    assertThat(write(cancelledByOrganiser(Reason.EVENT_CANCELLED), Locale.GERMAN).text())
        .contains("die Veranstaltung wurde abgesagt")
        .doesNotContain("Grund", Reason.EVENT_CANCELLED.text());
  }

  @Test
  void the_reason_of_an_organiser_is_quoted_if_there_is_one() {
    assertThat(write(cancelledByOrganiser(new Reason("Row 3 is broken.")), Locale.ENGLISH).text())
        .contains("\n\nThis is the reason that was given: Row 3 is broken.\n\n");
    assertThat(write(cancelledByOrganiser(Reason.NOT_GIVEN), Locale.ENGLISH).text())
        .doesNotContain("reason");
  }

  @Test
  void of_a_change_it_is_said_what_was_and_what_is() {
    Instant earlier = Instant.parse("2026-06-30T18:30:00Z");
    var before = new BookingLetter.Before("The Harbour Trio", earlier, "Blue Note Cellar");
    Letters.Written written = write(changed(before), Locale.ENGLISH);

    assertThat(written.subject()).isEqualTo("Moved: The Harbour Trio");
    assertThat(written.text())
        .contains(
            "\n\nDate: Tuesday, June 30, 2026, 18:30 UTC → Wednesday, July 1, 2026, 18:30 UTC\n\n")
        .contains("Ticket number: " + NUMBER);
  }

  @Test
  void an_event_with_another_name_alone_has_not_moved() {
    var before = new BookingLetter.Before("The Trio", CONCERT.details().date(), "Blue Note Cellar");
    Letters.Written written = write(changed(before), Locale.ENGLISH);

    assertThat(written.subject()).isEqualTo("Changed: The Harbour Trio");
    assertThat(written.text()).contains("\n\nName: The Trio → The Harbour Trio\n\n");
  }

  @Test
  void times_are_those_of_the_clocks_where_the_event_takes_place() {
    Instant evening = Instant.parse("2026-10-24T22:30:00Z"); // the night when summer time ends
    Event event =
        AnEvent.published("concert")
            .schedule(ASchedule.at(evening).in("Europe/Berlin").schedule())
            .event();

    assertThat(write(confirmed(event), Locale.ENGLISH).text())
        .contains("\nDate: Sunday, October 25, 2026, 00:30 CEST\n");
    assertThat(write(confirmed(event), Locale.GERMAN).text())
        .contains("\nZeit: Sonntag, 25. Oktober 2026, 00:30 MESZ\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ערב שירה, הופעה", "🎷 Jazz 👩‍🎤", "{{name}} & {{>ticket}}", "A;B,C\\D"})
  void a_name_is_shown_as_it_was_typed(String name) {
    Letters.Written written = write(confirmed(named(name)), Locale.ENGLISH);

    assertThat(written.subject()).isEqualTo("Your ticket: " + name);
    assertThat(written.text()).contains("\nEvent: " + name + "\n");
  }

  @Test
  void ten_tickets_with_the_longest_names_are_still_a_small_page() {
    Ticket ticket = new Ticket(named("&".repeat(200)), BOOKING, CODES);
    var order =
        new BookingLetter.Ordered(
            "&".repeat(100), Collections.nCopies(10, ticket), List.of(euros(50_000)));

    assertThat(write(order, Locale.GERMAN).html()).hasSizeLessThan(100_000);
  }

  private static List<TicketCode> codes(Booking.Confirmed booking) {
    return IntStream.rangeClosed(1, booking.details().quantity().tickets())
        .<TicketCode>mapToObj(
            number -> SealedCode.of(booking.details().ticketNumber(), number, "a".repeat(64)))
        .toList();
  }

  private static Event named(String name) {
    return AnEvent.published("concert").named(name).event();
  }

  private static BookingLetter confirmed(Event event) {
    return new BookingLetter.Confirmed("Ada", new Ticket(event, BOOKING, CODES));
  }

  private static BookingLetter cancelledByOrganiser(Reason reason) {
    return new BookingLetter.CancelledByOrganiser("Ada", CONCERT, cancelled(reason));
  }

  private static Booking.Cancelled cancelled(Reason reason) {
    return BOOKING.cancel(TickingClock.START, reason);
  }

  private static BookingLetter changed(BookingLetter.Before before) {
    return new BookingLetter.EventChanged("Ada", before, List.of(new Ticket(CONCERT, BOOKING)));
  }

  private static Money euros(long cents) {
    return new Money(cents, Money.currency("EUR"));
  }

  private Letters.Written write(Letter letter, Locale language) {
    return letters.write(letter, language);
  }
}
