package dev.lastseat.mail;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.returns.Return;
import dev.lastseat.domain.returns.Totals;
import dev.lastseat.domain.ticket.TicketCode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in the words of a letter, by the names that the files use. What a letter does not say
 * is an empty text, or false.
 *
 * @param shop where links lead to
 */
record LetterValues(URI shop, Formats formats) {

  Map<String, Object> of(Letter letter) {
    return switch (letter) {
      case Letter.VerifyEmail(String token, Instant goodUntil) ->
          secret(link("verify-email", token), goodUntil);
      case Letter.ResetPassword(String name, String token, Instant goodUntil) ->
          and(secret(link("reset-password", token), goodUntil), Map.of("name", name));
      case Letter.AddressTaken(String name) -> Map.of("name", name, "link", forgotten());
      case Letter.PasswordChanged(String name, Instant at) -> happened(name, at);
      case Letter.PasskeyAdded(String name, Instant at) -> happened(name, at);
      case Letter.AddressChanged(Instant at) -> Map.of("at", formats.time(at));
      case Letter.AccountErased(String name, Instant at) -> happened(name, at);
      case Letter.SessionReused(String name, Instant at) -> happened(name, at);
      case Letter.WebhookDisabled(String name, String url, Instant at) ->
          Map.of("name", name, "url", url, "at", formats.time(at));
      case BookingLetter.Confirmed(String name, Ticket ticket) ->
          and(ticket(ticket), Map.of("name", name));
      case BookingLetter.Ordered ordered -> ordered(ordered);
      case BookingLetter.HoldEnding ending -> holdEnding(ending);
      case BookingLetter.TicketsReturned(String name, Ticket ticket) ->
          and(and(ticket(ticket), refund(ticket.booking())), Map.of("name", name));
      case BookingLetter.Cancelled(String name, var event, Booking.Cancelled booking) ->
          and(
              and(ticket(new Ticket(event, booking)), refund(booking)),
              Map.of("name", name, "at", local(booking.cancelledAt(), event)));
      case BookingLetter.CancelledByOrganiser(String name, var event, Booking.Cancelled booking) ->
          and(
              ticket(new Ticket(event, booking)),
              and(Map.of("name", name), reason(booking.reason())));
      case BookingLetter.EventChanged changed -> eventChanged(changed);
    };
  }

  private Map<String, Object> secret(String link, Instant goodUntil) {
    return Map.of("link", link, "until", formats.time(goodUntil));
  }

  private String local(Instant at, Event event) {
    return formats.time(at, event.details().schedule().zone());
  }

  private Map<String, Object> happened(String name, Instant at) {
    return Map.of("name", name, "at", formats.time(at), "link", forgotten());
  }

  private Map<String, Object> ticket(Ticket ticket) {
    EventDetails event = ticket.event().details();
    var booking = ticket.booking().details();
    return Map.of(
        "event",
        event.name(),
        "date",
        local(event.date(), ticket.event()),
        "venue",
        event.venue(),
        "quantity",
        tickets(ticket.booking()),
        "places",
        places(ticket.booking()),
        "each",
        formats.price(booking.unitPrice()),
        "total",
        formats.price(booking.unitPrice().times(tickets(ticket.booking()))),
        "number",
        ticket.booking() instanceof Booking.Pending ? "" : booking.ticketNumber().value(),
        "codes",
        ticket.codes().stream().map(TicketCode::value).toList());
  }

  /** How many stand, or were given back with it. */
  private static int tickets(Booking booking) {
    List<Return> returns = booking.returns().list();
    if (booking instanceof Booking.Live live) {
      return live.claim().places().count();
    }
    return returns.isEmpty()
        ? booking.details().quantity().tickets()
        : returns.getLast().tickets().size();
  }

  /** What was given back of it so far, and what of its price. */
  private Map<String, Object> refund(Booking booking) {
    Totals totals = booking.totals();
    boolean kept = totals.fees().minorUnits() > 0;
    return Map.of(
        "returned",
        booking.returns().tickets().size(),
        "refund",
        totals.refund().minorUnits() > 0 ? formats.price(totals.refund()) : "",
        "fees",
        kept ? formats.price(totals.fees()) : "");
  }

  private static String places(Booking booking) {
    return booking instanceof Booking.Live live
        ? live.claim().places().ordinals().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
        : "";
  }

  private Map<String, Object> ordered(BookingLetter.Ordered ordered) {
    return Map.of(
        "name",
        ordered.name(),
        "tickets",
        ordered.tickets().stream().map(this::ticket).toList(),
        "totals",
        ordered.totals().stream().map(formats::price).collect(Collectors.joining(" + ")));
  }

  private Map<String, Object> holdEnding(BookingLetter.HoldEnding ending) {
    return and(
        ticket(new Ticket(ending.event(), ending.hold())),
        Map.of(
            "name",
            ending.name(),
            "until",
            local(ending.hold().expiresAt(), ending.event()),
            "unsubscribe",
            link("unsubscribe", ending.token())));
  }

  /** What the program says itself has words in every language; what somebody wrote is quoted. */
  private static Map<String, Object> reason(Reason reason) {
    return Map.of(
        "eventCancelled",
        reason.equals(Reason.EVENT_CANCELLED),
        "reason",
        reason.isOwn() ? "" : reason.text());
  }

  private Map<String, Object> eventChanged(BookingLetter.EventChanged changed) {
    BookingLetter.Before before = changed.before();
    EventDetails now = changed.event().details();
    boolean moved = !before.date().equals(now.date()) || !before.venue().equals(now.venue());
    return Map.of(
        "name",
        changed.name(),
        "moved",
        moved,
        "event",
        now.name(),
        "nameChanges",
        change(before.name(), now.name()),
        "dateChanges",
        change(local(before.date(), changed.event()), local(now.date(), changed.event())),
        "venueChanges",
        change(before.venue(), now.venue()),
        "tickets",
        changed.tickets().stream().map(this::ticket).toList());
  }

  /** One change or none. */
  private static List<Map<String, String>> change(String from, String to) {
    return from.equals(to) ? List.of() : List.of(Map.of("from", from, "to", to));
  }

  /** The token stands behind the #, which browsers send to no server. */
  private String link(String page, String token) {
    return shop + "/" + page + "#token=" + token;
  }

  private String forgotten() {
    return shop + "/forgot-password";
  }

  private static Map<String, Object> and(Map<String, Object> some, Map<String, Object> others) {
    Map<String, Object> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
