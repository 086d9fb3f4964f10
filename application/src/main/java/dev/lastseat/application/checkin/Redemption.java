package dev.lastseat.application.checkin;

import dev.lastseat.application.checkin.CheckIn.Outcome;
import dev.lastseat.application.checkin.CheckIn.Refusal;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.port.OptimisticRetry;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.TicketId;
import java.util.Optional;

/**
 * What a scan makes of a good ticket, which depends on what happened to it on the list before. Each
 * attempt is one conditional write; whoever finds that another scanner was faster looks again.
 */
record Redemption(Checkins checkins) {
  /**
   * Writes it down, once however often it is sent. Empty where the ticket, or its booking, was
   * changed meanwhile: then it is to be judged anew.
   *
   * @param sold the booking of the ticket, as it was judged
   * @param happened whether the visitor has passed already, by a device that could not ask then
   */
  Optional<Outcome> record(
      CheckinList list, TicketId ticket, Booking.Confirmed sold, Scan scan, boolean happened) {
    Optional<Checkin> before = checkins.find(list.id(), ticket);
    Optional<Scan> known = before.flatMap(it -> it.known(scan));
    if (known.isPresent()) {
      return again(known.get(), before.get(), sold);
    }
    Optional<Checkin> standing = before.filter(Checkin::isStanding);
    Optional<Refusal> refusal = refusal(list, standing, scan);
    boolean doubled = happened && isDouble(refusal, standing);
    if (refusal.isPresent() && !doubled) {
      return refused(refusal.get(), ticket, standing.map(Checkin::standing));
    }
    Scan next = doubled ? scan.as(Scan.Kind.DOUBLE) : scan;
    Checkin after =
        before.map(it -> it.and(next)).orElseGet(() -> Checkin.first(list.id(), ticket, next));
    return checkins.letPass(before, after, sold)
        ? Optional.of(recorded(next, after, sold))
        : Optional.empty();
  }

  /** What was written down may have been cut short before it was known to count. */
  private Optional<Outcome> again(Scan known, Checkin before, Booking.Confirmed sold) {
    if (before.isUndone(known)) {
      return refused(Refusal.UNDONE, before.ticket(), Optional.of(before.standing()));
    }
    return checkins.stillCounts(before, sold)
        ? Optional.of(recorded(known, before, sold))
        : Optional.empty();
  }

  private static Outcome recorded(Scan scan, Checkin checkin, Booking.Confirmed sold) {
    TicketId ticket = checkin.ticket();
    return scan.kind() == Scan.Kind.DOUBLE
        ? new Outcome.Doubled(ticket, checkin.standing())
        : new Outcome.Passed(ticket, scan, sold.place(ticket.number()));
  }

  private static Optional<Outcome> refused(Refusal why, TicketId ticket, Optional<Scan> standing) {
    return Optional.of(new Outcome.Refused(why, Optional.of(ticket), standing));
  }

  /**
   * Takes all of it back, so that the ticket is good again; what happened stays known, so that no
   * scan of before lets in again. Answers what stood.
   */
  Optional<Checkin> undo(CheckinListId list, TicketId ticket, Scan undoing) {
    return OptimisticRetry.untilDecided(
        "the ticket",
        () -> {
          Optional<Checkin> standing = checkins.find(list, ticket).filter(Checkin::isStanding);
          return standing.isEmpty() || checkins.change(standing, standing.get().and(undoing))
              ? Optional.of(standing)
              : Optional.empty();
        });
  }

  private static Optional<Refusal> refusal(CheckinList list, Optional<Checkin> before, Scan scan) {
    boolean inside = before.filter(Checkin::isInside).isPresent();
    if (scan.kind() == Scan.Kind.EXIT) {
      return inside ? Optional.empty() : Optional.of(Refusal.NOT_INSIDE);
    }
    return before.isEmpty() || (!inside && list.reentry())
        ? Optional.empty()
        : Optional.of(Refusal.ALREADY_REDEEMED);
  }

  /** Of one ticket so many are written down as can be shown; no device fills the store. */
  private static boolean isDouble(Optional<Refusal> refusal, Optional<Checkin> before) {
    return refusal.filter(Refusal.ALREADY_REDEEMED::equals).isPresent()
        && before.filter(it -> !it.isFull()).isPresent();
  }
}
