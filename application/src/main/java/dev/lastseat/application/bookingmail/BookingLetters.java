package dev.lastseat.application.bookingmail;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.application.booking.FindBooking;
import dev.lastseat.application.mail.LetterWriter;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.application.order.OrderWithBookings;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.shared.Money;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the letters about bookings when they are sent, by what is true then: a letter that would
 * say what is not so any more is withheld. What they are about is the id of a booking, with who
 * cancelled it after that, or of an order.
 */
public record BookingLetters(
    Bookings bookings, Orders orders, Users users, FindBooking finder, TicketCodes codes) {
  private static final Withheld GIVEN_BACK =
      new Withheld("the booking is not confirmed, or not any more");
  private static final Withheld NEVER_SOLD =
      new Withheld("it was a hold, of which nobody was told");

  public List<LetterWriter> writers() {
    return List.of(
        new LetterWriter(
            Letter.Kind.BOOKING_CONFIRMED, (about, _) -> ofBooking(about, this::confirmed)),
        new LetterWriter(Letter.Kind.ORDER_PLACED, (about, _) -> ordered(about)),
        new LetterWriter(
            Letter.Kind.TICKETS_RETURNED, (about, _) -> ofBooking(about, this::returned)),
        new LetterWriter(Letter.Kind.BOOKING_CANCELLED, (about, _) -> cancelled(about)));
  }

  /** A booking as it is now, with its event. */
  private Writing ofBooking(String about, Function<Ticket, Writing> write) {
    return bookings
        .find(new BookingId(about))
        .map(found -> tickets(List.of(found)).getFirst())
        .map(write)
        .orElseGet(() -> new Withheld("there is no such booking"));
  }

  /** An event that cannot be read now may be mended before the mail is given up. */
  private List<Ticket> tickets(List<Booking> found) {
    return finder.withEvents(found).stream().map(this::ticket).toList();
  }

  private Ticket ticket(BookingWithEvent shown) {
    Booking booking = shown.booking();
    return new Ticket(shown.event().orElseThrow(), booking, codes.codesOf(booking));
  }

  private Writing confirmed(Ticket ticket) {
    return isSold(ticket)
        ? toBuyer(ticket, to -> new BookingLetter.Confirmed(to.greeting(), ticket))
        : GIVEN_BACK;
  }

  /** A cancelled event takes its bookings with it, if not at once. */
  private static boolean isSold(Ticket ticket) {
    return ticket.isGood() && ticket.event().status() != EventStatus.CANCELLED;
  }

  private Writing ordered(String about) {
    return orders
        .find(new OrderId(about))
        .map(this::ordered)
        .orElseGet(() -> new Withheld("there is no such order"));
  }

  /**
   * Of what was given back meanwhile another letter tells. A store that buys the holds of an order
   * one after the other is waited for.
   */
  private Writing ordered(Order order) {
    var found = bookings.findAll(order.bookings());
    List<BookingWithEvent> all =
        finder.withEvents(order.bookings().stream().map(found::get).toList());
    if (all.stream().anyMatch(shown -> shown.hold().isPresent())) {
      throw new StoreUnavailable("some of the order is not bought yet");
    }
    List<BookingWithEvent> sold = all.stream().filter(shown -> isSold(ticket(shown))).toList();
    List<Ticket> tickets = sold.stream().map(this::ticket).toList();
    return sold.isEmpty()
        ? GIVEN_BACK
        : toBuyer(
            tickets.getFirst(),
            to -> new BookingLetter.Ordered(to.greeting(), tickets, standing(order, sold)));
  }

  private static List<Money> standing(Order order, List<BookingWithEvent> sold) {
    return new OrderWithBookings(order, sold).totals().stream().map(Totals::standing).toList();
  }

  /** Of what was cancelled since, another letter tells. */
  private Writing returned(Ticket ticket) {
    return isSold(ticket)
        ? toBuyer(ticket, to -> new BookingLetter.TicketsReturned(to.greeting(), ticket))
        : GIVEN_BACK;
  }

  /**
   * A receipt for the buyer who did it, and a notice for one who did not. What nobody was told that
   * they have needs neither.
   */
  private Writing cancelled(String about) {
    String[] bookingAndActor = about.split(" ", 2);
    Actor actor = new Actor(bookingAndActor[1]);
    return ofBooking(
        bookingAndActor[0],
        ticket ->
            ticket.booking() instanceof Booking.Cancelled cancelled
                    && cancelled.confirmedAt().isPresent()
                ? toBuyer(ticket, to -> cancelled(to, actor, ticket.event(), cancelled))
                : NEVER_SOLD);
  }

  private static Letter cancelled(
      Recipient to, Actor actor, Event event, Booking.Cancelled cancelled) {
    return actor.equals(Actor.user(cancelled.details().userId()))
        ? new BookingLetter.Cancelled(to.greeting(), event, cancelled)
        : new BookingLetter.CancelledByOrganiser(to.greeting(), event, cancelled);
  }

  private Writing toBuyer(Ticket ticket, Function<Recipient, Letter> letter) {
    return Recipient.of(ticket.booking().details(), users)
        .<Writing>map(to -> to.reads(letter.apply(to)))
        .orElse(Withheld.NOBODY);
  }
}
