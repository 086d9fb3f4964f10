package dev.lastseat.application.checkin;

import dev.lastseat.application.checkin.CheckIn.Outcome;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import java.time.Instant;
import java.util.Optional;

/**
 * One list, and whoever stands there.
 *
 * @param happened whether they let visitors pass before they ask
 */
record Door(CheckIn desk, CheckinList list, Principal by, Instant now, boolean happened) {
  Outcome pass(String shown, boolean exit, String nonce, Instant at) {
    Scan scan =
        new Scan(
            exit ? Scan.Kind.EXIT : Scan.Kind.ENTRY,
            nonce,
            possible(at),
            Actor.of(by).text(),
            by.credential().device().map(Credential.Device::name));
    Outcome outcome = OptimisticRetry.untilDecided("the ticket", () -> attempt(shown, scan));
    if (outcome instanceof Outcome.Refused(Refusal why, Optional<TicketId> ticket, var _)) {
      desk.checkins()
          .refuse(
              list.id(), new RefusedScan(scan.at(), scan.by(), scan.device(), why.word(), ticket));
    }
    return outcome;
  }

  /** Nothing happens later than now, or before there was the list. */
  private Instant possible(Instant at) {
    Instant earliest = at.isBefore(list.createdAt()) ? list.createdAt() : at;
    return earliest.isAfter(now) ? now : earliest;
  }

  /** Empty where something came in between, at another door or in the booking. */
  private Optional<Outcome> attempt(String shown, Scan scan) {
    Optional<TicketCode> code = TicketCode.read(shown);
    Optional<Booking> booking =
        code.flatMap(it -> desk.bookings().find(list.event(), it.booking()))
            .map(it -> it.asOf(now));
    return booking.isEmpty() ? invalid() : judge(code.orElseThrow(), booking.get(), scan);
  }

  private Optional<Outcome> judge(TicketCode code, Booking booking, Scan scan) {
    TicketId ticket = new TicketId(booking.id(), code.number());
    return switch (desk.codes().match(code, booking)) {
      case NONE -> invalid();
      case REVOKED -> refused(Refusal.REVOKED, ticket);
      case RETURNED -> refused(Refusal.CANCELLED, ticket);
      case LATEST ->
          switch (booking) {
            case Booking.Pending _ -> refused(Refusal.UNPAID, ticket);
            case Booking.Cancelled _, Booking.Expired _ -> refused(Refusal.CANCELLED, ticket);
            case Booking.Confirmed _ when !list.isOpen(scan.at()) ->
                refused(Refusal.INVALID_TIME, ticket);
            case Booking.Confirmed sold ->
                new Redemption(desk.checkins()).record(list, ticket, sold, scan, happened);
          };
    };
  }

  private static Optional<Outcome> invalid() {
    return Optional.of(new Outcome.Refused(Refusal.INVALID, Optional.empty(), Optional.empty()));
  }

  private static Optional<Outcome> refused(Refusal why, TicketId ticket) {
    return Optional.of(new Outcome.Refused(why, Optional.of(ticket), Optional.empty()));
  }
}
