package dev.lastseat.application.checkin;

import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets a visitor in who shows a code, and out again; the store decides between scanners. A scan
 * that is sent again gets its answer again. A code of another event is looked for where one that
 * was made up is, and found as little.
 */
public record CheckIn(
    CheckinLists lists, Bookings bookings, TicketCodes codes, Checkins checkins, Clock clock) {
  /**
   * A scan.
   *
   * @param code as it was read or typed
   * @param exit whether the visitor leaves
   * @param nonce as in {@link Scan}
   */
  public record Command(CheckinListId list, String code, boolean exit, String nonce) {}

  /**
   * Scans of a device that had no network.
   *
   * @param sentAt when it sends them, by its own clock, which tells how wrong that is
   */
  public record Upload(CheckinListId list, Instant sentAt, List<Happened> scans) {
    public static final int MAX = 100;
  }

  /**
   * One of them.
   *
   * @param at when the visitor passed, by the clock of the device
   */
  public record Happened(String code, boolean exit, String nonce, Instant at) {}

  /** Why nobody passes, in the order in which it is looked for. */
  public enum Refusal implements Spelled {
    /** No code, or of no ticket of this event. */
    INVALID,
    /** The ticket got another code since. */
    REVOKED,
    /** The booking is held, and not bought. */
    UNPAID,
    CANCELLED,
    /** The list is not open yet, or not any more. */
    INVALID_TIME,
    ALREADY_REDEEMED,
    /** Whoever wants to leave is not inside. */
    NOT_INSIDE,
    /** The scan is sent again, and was taken back since. */
    UNDONE
  }

  /** What becomes of the visitor. */
  public sealed interface Outcome {
    record Passed(TicketId ticket, Scan scan, int place) implements Outcome {}

    /**
     * Let in offline, where another gate had let somebody in: both are written down.
     *
     * @param standing the scan of the other
     */
    record Doubled(TicketId ticket, Scan standing) implements Outcome {}

    /**
     * Stays where they are.
     *
     * @param ticket whose code it is or was
     * @param standing the scan by which the ticket was redeemed, where that is why
     */
    record Refused(Refusal why, Optional<TicketId> ticket, Optional<Scan> standing)
        implements Outcome {}

    /** There is no such list, or not for this sender. */
    record NoList() implements Outcome {}
  }

  public Outcome handle(Command command, Principal by) {
    Instant now = clock.instant();
    return lists
        .find(command.list(), by)
        .map(
            list ->
                new Door(this, list, by, now, false)
                    .pass(command.code(), command.exit(), command.nonce(), now))
        .orElseGet(Outcome.NoList::new);
  }

  /**
   * Writes down what happened offline, each scan with an outcome of its own; empty where there is
   * no such list, or not for this sender. What was sent before gets the same outcome again.
   */
  public Optional<List<Outcome>> upload(Upload upload, Principal by) {
    Instant now = clock.instant();
    Duration wrong = Duration.between(upload.sentAt(), now);
    return lists
        .find(upload.list(), by)
        .map(list -> new Door(this, list, by, now, true))
        .map(
            door ->
                upload.scans().stream()
                    .map(it -> door.pass(it.code(), it.exit(), it.nonce(), it.at().plus(wrong)))
                    .toList());
  }

  /** Takes back all that happened to a ticket on a list; empty where nothing did, or not here. */
  public Optional<Checkin> undo(CheckinListId list, TicketId ticket, Principal by) {
    Instant now = clock.instant();
    Scan undoing =
        new Scan(
            Scan.Kind.UNDONE,
            "undo-" + now.toEpochMilli(),
            now,
            Actor.of(by).text(),
            Optional.empty());
    return lists
        .find(list, by)
        .flatMap(found -> new Redemption(checkins).undo(found.id(), ticket, undoing));
  }
}
