package dev.lastseat.http.ticket;

import dev.lastseat.application.ticket.IssuedTicket;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketsInName;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.View;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** How tickets are shown. */
public final class TicketViews {
  private static final View<Visitor> VISITOR =
      new View<Visitor>()
          .field("name", Visitor::name)
          .field("email", visitor -> visitor.email().map(Email::value))
          .field(
              "answers",
              visitor ->
                  Optional.of(visitor.answers().byKey()).filter(answers -> !answers.isEmpty()));

  static final View<IssuedTicket> TICKET =
      new View<IssuedTicket>()
          .field("id", ticket -> ticket.id().text())
          .field("number", ticket -> ticket.id().number())
          .field("state", IssuedTicket::state)
          .field("place", IssuedTicket::place)
          .field("code", ticket -> ticket.code().map(TicketCode::value))
          .field("visitor", ticket -> ticket.visitor().map(VISITOR));

  /** A ticket of a visitor, with what they go to; it does not tell who bought it. */
  static final View<TicketsInName.Named> IN_NAME =
      new View<TicketsInName.Named>()
          .all(TicketsInName.Named::ticket, TICKET)
          .field("eventId", named -> named.booking().booking().details().eventId().value())
          .field("eventName", named -> ofEvent(named, EventDetails::name))
          .field("eventDate", named -> ofEvent(named, EventDetails::date))
          .field("eventVenue", named -> ofEvent(named, EventDetails::venue));

  public static final View<NamedTicket> NAMED =
      new View<NamedTicket>()
          .field("bookingId", named -> named.ticket().booking().value())
          .field("number", named -> named.ticket().number())
          .all(NamedTicket::visitor, VISITOR);

  /** A key as RFC 7517 and RFC 8037 write it. */
  static final View<SignedCodes> KEY =
      new View<SignedCodes>()
          .field("kty", _ -> "OKP")
          .field("crv", _ -> "Ed25519")
          .field("kid", SignedCodes::keyId)
          .field("use", _ -> "sig")
          .field(
              "x",
              signed -> Base64.getUrlEncoder().withoutPadding().encodeToString(signed.publicKey()));

  private TicketViews() {}

  private static <T> Optional<T> ofEvent(
      TicketsInName.Named named, Function<EventDetails, T> property) {
    return named.booking().event().map(Event::details).map(property);
  }
}
