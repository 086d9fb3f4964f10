package dev.lastseat.mail;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
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
      case Letter.VerifyEmail(String name, String token, Instant goodUntil) ->
          secret(name, link("verify-email", token), goodUntil);
      case Letter.ResetPassword(String name, String token, Instant goodUntil) ->
          secret(name, link("reset-password", token), goodUntil);
      case Letter.AddressTaken(String name) -> Map.of("name", name, "link", forgotten());
      case Letter.PasswordChanged(String name, Instant at) -> happened(name, at);
      case Letter.PasskeyAdded(String name, Instant at) -> happened(name, at);
      case Letter.AddressChanged(String name, Instant at) -> happened(name, at);
      case Letter.AccountErased(String name, Instant at) -> happened(name, at);
      case Letter.SessionReused(String name, Instant at) -> happened(name, at);
      case Letter.WebhookDisabled(String name, String url, Instant at) ->
          Map.of("name", name, "url", url, "at", formats.time(at));
      case BookingLetter.Confirmed(String name, Ticket ticket) ->
          and(ticket(ticket), Map.of("name", name));
      case BookingLetter.Ordered ordered -> ordered(ordered);
      case BookingLetter.HoldEnding ending -> holdEnding(ending);
      case BookingLetter.Cancelled(String name, var event, Booking.Cancelled booking) ->
          and(
              ticket(new Ticket(event, booking)),
              Map.of("name", name, "at", formats.time(booking.cancelledAt())));
      case BookingLetter.CancelledByOrganiser(String name, var event, Booking.Cancelled booking) ->
          and(
              ticket(new Ticket(event, booking)),
              and(Map.of("name", name), reason(booking.reason())));
      case BookingLetter.EventChanged changed -> eventChanged(changed);
    };
  }

  private Map<String, Object> secret(String name, String link, Instant goodUntil) {
    return Map.of("name", name, "link", link, "until", formats.time(goodUntil));
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
        formats.time(event.date()),
        "venue",
        event.venue(),
        "quantity",
        booking.quantity().tickets(),
        "places",
        places(ticket.booking()),
        "each",
        formats.price(booking.unitPrice()),
        "total",
        formats.price(booking.totalPrice()),
        "number",
        ticket.booking() instanceof Booking.Pending ? "" : booking.ticketNumber().value());
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
            formats.time(ending.hold().expiresAt()),
            "unsubscribe",
            link("unsubscribe", ending.token())));
  }

  /** What the program says itself has words in every language; what somebody wrote is quoted. */
  private static Map<String, Object> reason(Reason reason) {
    boolean ofEvent = reason.equals(Reason.EVENT_CANCELLED);
    String quoted = ofEvent || reason.equals(Reason.NOT_GIVEN) ? "" : reason.text();
    return Map.of("eventCancelled", ofEvent, "reason", quoted);
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
        change(formats.time(before.date()), formats.time(now.date())),
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
