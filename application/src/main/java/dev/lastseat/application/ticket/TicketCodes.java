package dev.lastseat.application.ticket;

import dev.lastseat.application.ticket.IssuedTicket.State;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.port.security.TokenHasher;
import dev.lastseat.domain.port.store.sale.Tickets;
import dev.lastseat.domain.ticket.SealedCode;
import dev.lastseat.domain.ticket.SignedCode;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.ticket.TicketRevision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tickets of bookings and their codes. No code is kept anywhere: each follows from its ticket
 * and how often that got another one, by a key that only the house has. So whoever sells writes
 * nothing for it (docs/adr/0034).
 *
 * @param seals keyed by what is used for nothing else
 */
public record TicketCodes(Tickets tickets, TokenHasher seals, SignedCodes signed, Kind kind) {
  /** Which codes are given out; those of both kinds are good. */
  public enum Kind {
    SHORT,
    SIGNED
  }

  /** All tickets of the booking, by their numbers, which is the order of their places. */
  public List<IssuedTicket> of(Booking booking) {
    return switch (booking) {
      case Booking.Confirmed sold -> good(sold);
      case Booking.Pending held ->
          each(held, it -> new IssuedTicket(it, State.HELD, place(held, it), Optional.empty()));
      case Booking.Cancelled _, Booking.Expired _ ->
          each(booking, it -> new IssuedTicket(it, State.VOID, Optional.empty(), Optional.empty()));
    };
  }

  /** The codes that are good, in the order of the places. */
  public List<TicketCode> codesOf(Booking booking) {
    return of(booking).stream().map(IssuedTicket::code).flatMap(Optional::stream).toList();
  }

  /**
   * A ticket that was sold, as a door has to know it.
   *
   * @param isGood whether it was not given back
   * @param revision of its signed code
   * @param code its short code, whichever is given out
   */
  public record SoldTicket(TicketId ticket, boolean isGood, int revision, SealedCode code) {}

  /** Those of the bookings that were ever sold. */
  public List<SoldTicket> sold(Collection<Booking> bookings) {
    List<Booking> sold = bookings.stream().filter(TicketCodes::isSold).toList();
    Map<TicketId, TicketRevision> known = known(sold.stream().map(Booking::id).toList());
    return sold.stream()
        .flatMap(booking -> each(known, booking, ticket -> sold(booking, ticket)).stream())
        .toList();
  }

  private static boolean isSold(Booking booking) {
    return switch (booking) {
      case Booking.Confirmed _ -> true;
      case Booking.Cancelled cancelled -> cancelled.confirmedAt().isPresent();
      case Booking.Pending _, Booking.Expired _ -> false;
    };
  }

  private SoldTicket sold(Booking booking, TicketRevision ticket) {
    TicketId id = ticket.ticket();
    boolean isGood = !booking.returns().tickets().contains(id.number());
    return new SoldTicket(id, isGood, ticket.revision(), sealed(booking, id, ticket.revision()));
  }

  /** What a code is to a booking. */
  public enum Match {
    /** The one that its ticket has. */
    LATEST,
    /** One that its ticket had. */
    REVOKED,
    /** The one of a ticket that was given back. */
    RETURNED,
    NONE
  }

  /** Whatever has become of the booking. */
  public Match match(TicketCode shown, Booking booking) {
    TicketId id = new TicketId(booking.id(), shown.number());
    int latest = ticket(known(List.of(booking.id())), id, booking).revision();
    return switch (shown) {
      case SealedCode code -> match(code, booking, id, latest);
      case SignedCode code -> match(code, booking, id, latest);
    };
  }

  private Match match(SealedCode shown, Booking booking, TicketId id, int latest) {
    // Fingerprints of both: how long it takes to compare them tells nothing about the code.
    String fingerprint = fingerprint(shown);
    for (int revision = latest; revision >= 0; revision--) {
      if (fingerprint.equals(fingerprint(sealed(booking, id, revision)))) {
        return revision == latest ? latest(id, booking) : Match.REVOKED;
      }
    }
    return Match.NONE;
  }

  private Match match(SignedCode shown, Booking booking, TicketId id, int latest) {
    if (!signed.isSigned(shown, booking.details().eventId())) {
      return Match.NONE;
    }
    return shown.statement().revision() == latest ? latest(id, booking) : Match.REVOKED;
  }

  private static Match latest(TicketId id, Booking booking) {
    return booking.returns().tickets().contains(id.number()) ? Match.RETURNED : Match.LATEST;
  }

  private String fingerprint(SealedCode code) {
    return seals.hash(code.value()).value();
  }

  private List<IssuedTicket> good(Booking.Confirmed sold) {
    Pen pen =
        switch (kind) {
          case SHORT -> (id, revision) -> sealed(sold, id, revision);
          case SIGNED -> signed.of(sold);
        };
    return each(sold, it -> good(sold, it, pen));
  }

  private static IssuedTicket good(Booking.Confirmed sold, TicketRevision ticket, Pen pen) {
    int number = ticket.ticket().number();
    if (!sold.tickets().contains(number)) {
      return new IssuedTicket(ticket, State.VOID, Optional.empty(), Optional.empty());
    }
    TicketCode code = pen.write(ticket.ticket(), ticket.revision());
    return new IssuedTicket(ticket, State.GOOD, Optional.of(sold.place(number)), Optional.of(code));
  }

  /** Writes codes of the tickets of one booking. */
  interface Pen {
    TicketCode write(TicketId ticket, int revision);
  }

  private Map<TicketId, TicketRevision> known(Collection<BookingId> bookings) {
    return tickets.changed(bookings).stream()
        .collect(Collectors.toMap(TicketRevision::ticket, Function.identity()));
  }

  private SealedCode sealed(Booking sold, TicketId id, int revision) {
    String mac = seals.hash("ticket " + id.text() + " " + revision).value();
    return SealedCode.of(sold.details().ticketNumber(), id.number(), mac);
  }

  private static Optional<Integer> place(Booking.Live booking, TicketRevision ticket) {
    return Optional.of(booking.claim().places().ordinals().get(ticket.ticket().number() - 1));
  }

  private List<IssuedTicket> each(Booking booking, Function<TicketRevision, IssuedTicket> issue) {
    return each(known(List.of(booking.id())), booking, issue);
  }

  private static <T> List<T> each(
      Map<TicketId, TicketRevision> known, Booking booking, Function<TicketRevision, T> issue) {
    return IntStream.rangeClosed(1, booking.details().quantity().tickets())
        .mapToObj(number -> ticket(known, new TicketId(booking.id(), number), booking))
        .map(issue)
        .toList();
  }

  private static TicketRevision ticket(
      Map<TicketId, TicketRevision> known, TicketId id, Booking booking) {
    TicketRevision changed = known.get(id);
    return changed == null ? TicketRevision.sold(id, booking.details().eventId()) : changed;
  }
}
