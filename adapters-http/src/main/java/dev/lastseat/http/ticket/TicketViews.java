package dev.lastseat.http.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lastseat.application.ticket.IssuedTicket;
import dev.lastseat.application.ticket.SignedCodes;
import dev.lastseat.application.ticket.TicketsInName;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.Times;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How tickets are shown. A component that is null is left out. */
public final class TicketViews {
  private TicketViews() {}

  record TicketView(
      String id,
      int number,
      String state,
      @Nullable Integer place,
      @Nullable String code,
      @Nullable VisitorView visitor) {}

  public record VisitorView(
      String name, @Nullable String email, @Nullable Map<String, String> answers) {
    static VisitorView of(Visitor visitor) {
      Map<String, String> answers = visitor.answers().byKey();
      return new VisitorView(
          visitor.name(),
          visitor.email().map(Email::value).orElse(null),
          answers.isEmpty() ? null : answers);
    }
  }

  /** Who comes with one of the tickets of a booking. */
  public record NamedTicketView(String bookingId, int number, @JsonUnwrapped VisitorView visitor) {
    /** Of those that have one, in the order of bookings and numbers. */
    public static List<NamedTicketView> of(Collection<TicketRevision> tickets) {
      return tickets.stream()
          .flatMap(it -> it.visitor().map(visitor -> of(it.ticket(), visitor)).stream())
          .sorted(
              Comparator.comparing(NamedTicketView::bookingId)
                  .thenComparingInt(NamedTicketView::number))
          .toList();
    }

    private static NamedTicketView of(TicketId ticket, Visitor visitor) {
      return new NamedTicketView(
          ticket.booking().value(), ticket.number(), VisitorView.of(visitor));
    }

    /** Such as {@code 1: Ada <ada@example.com>, meal: vegan}. */
    public String line() {
      StringBuilder line = new StringBuilder().append(number).append(": ").append(visitor.name());
      if (visitor.email() != null) {
        line.append(" <").append(visitor.email()).append('>');
      }
      if (visitor.answers() != null) {
        visitor
            .answers()
            .forEach((key, answer) -> line.append(", ").append(key).append(": ").append(answer));
      }
      return line.toString();
    }
  }

  /** A set of keys as RFC 7517 and RFC 8037 write it. */
  record KeysView(List<KeyView> keys) {
    static KeysView of(SignedCodes signed) {
      String x = Base64.getUrlEncoder().withoutPadding().encodeToString(signed.publicKey());
      return new KeysView(List.of(new KeyView("OKP", "Ed25519", signed.keyId(), "sig", x)));
    }
  }

  record KeyView(String kty, String crv, String kid, String use, String x) {}

  /** A ticket of a visitor, with what they go to; it does not tell who bought it. */
  record VisitorsTicketView(
      @JsonUnwrapped TicketView ticket,
      String eventId,
      @Nullable String eventName,
      @Nullable String eventDate,
      @Nullable String eventVenue) {}

  static VisitorsTicketView inName(TicketsInName.Named named) {
    Optional<EventDetails> event = named.booking().event().map(Event::details);
    return new VisitorsTicketView(
        ticket(named.ticket()),
        named.booking().booking().details().eventId().value(),
        event.map(EventDetails::name).orElse(null),
        event.map(it -> Times.text(it.date())).orElse(null),
        event.map(EventDetails::venue).orElse(null));
  }

  static TicketView ticket(IssuedTicket ticket) {
    return new TicketView(
        ticket.id().text(),
        ticket.id().number(),
        ticket.state().word(),
        ticket.place().orElse(null),
        ticket.code().map(TicketCode::value).orElse(null),
        ticket.visitor().map(VisitorView::of).orElse(null));
  }
}
