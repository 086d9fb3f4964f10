package dev.lastseat.application.checkin;

import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Credential;
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
public final class CheckIn {
  private final CheckinLists lists;
  private final Bookings bookings;
  private final TicketCodes codes;
  private final Checkins checkins;
  private final Clock clock;

  public CheckIn(
      CheckinLists lists, Bookings bookings, TicketCodes codes, Checkins checkins, Clock clock) {
    this.lists = lists;
    this.bookings = bookings;
    this.codes = codes;
    this.checkins = checkins;
    this.clock = clock;
  }

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
                new Door(list, by, now, false)
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
        .map(list -> new Door(list, by, now, true))
        .map(
            door ->
                upload.scans().stream()
                    .map(it -> door.pass(it.code(), it.exit(), it.nonce(), it.at().plus(wrong)))
                    .toList());
  }

  /** One list, and whoever stands there. */
  private final class Door {
    private final CheckinList list;
    private final Principal by;
    private final Instant now;

    /** Whether they let visitors pass before they ask. */
    private final boolean happened;

    Door(CheckinList list, Principal by, Instant now, boolean happened) {
      this.list = list;
      this.by = by;
      this.now = now;
      this.happened = happened;
    }

    Outcome pass(String shown, boolean exit, String nonce, Instant at) {
      Scan scan =
          new Scan(
              exit ? Scan.Kind.EXIT : Scan.Kind.ENTRY,
              nonce,
              possible(at),
              Actor.of(by).text(),
              by.credential().device().map(Credential.Device::name));
      Outcome outcome = judge(shown, scan);
      if (outcome instanceof Outcome.Refused(Refusal why, Optional<TicketId> ticket, var _)) {
        checkins.refuse(
            list.id(), new RefusedScan(scan.at(), scan.by(), scan.device(), why.word(), ticket));
      }
      return outcome;
    }

    /** Nothing happens later than now, or before there was the list. */
    private Instant possible(Instant at) {
      Instant earliest = at.isBefore(list.createdAt()) ? list.createdAt() : at;
      return earliest.isAfter(now) ? now : earliest;
    }

    /** What came in between, at another door or in the booking, is looked at anew. */
    private Outcome judge(String shown, Scan scan) {
      for (int attempt = 0; attempt < Redemption.ATTEMPTS; attempt++) {
        Optional<Outcome> outcome = attempt(shown, scan);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      throw Redemption.tooMany();
    }

    private Optional<Outcome> attempt(String shown, Scan scan) {
      Optional<TicketCode> code = TicketCode.read(shown);
      Optional<Booking> booking = code.flatMap(it -> find(list.event(), it.booking(), now));
      return booking.isEmpty() ? invalid() : judge(code.orElseThrow(), booking.get(), scan);
    }

    private Optional<Outcome> judge(TicketCode code, Booking booking, Scan scan) {
      TicketId ticket = new TicketId(booking.id(), code.number());
      return switch (codes.match(code, booking)) {
        case NONE -> invalid();
        case REVOKED -> refused(Refusal.REVOKED, ticket);
        case RETURNED -> refused(Refusal.CANCELLED, ticket);
        case LATEST ->
            switch (booking) {
              case Booking.Pending _ -> refused(Refusal.UNPAID, ticket);
              case Booking.Cancelled _, Booking.Expired _ -> refused(Refusal.CANCELLED, ticket);
              case Booking.Confirmed _ when !list.isOpen(scan.at()) ->
                  refused(Refusal.INVALID_TIME, ticket);
              case Booking.Confirmed sold -> redeem(sold, ticket, scan);
            };
      };
    }

    private Optional<Outcome> redeem(Booking.Confirmed sold, TicketId ticket, Scan scan) {
      return new Redemption(checkins)
          .record(list, ticket, sold, scan, happened)
          .map(result -> outcome(result, ticket, sold));
    }

    private static Outcome outcome(
        Redemption.Result result, TicketId ticket, Booking.Confirmed sold) {
      return switch (result) {
        case Redemption.Result.Recorded(Scan recorded, Scan standing)
            when recorded.kind() == Scan.Kind.DOUBLE ->
            new Outcome.Doubled(ticket, standing);
        case Redemption.Result.Recorded(Scan recorded, Scan _) ->
            new Outcome.Passed(ticket, recorded, sold.place(ticket.number()));
        case Redemption.Result.Refused(Refusal why, Optional<Scan> standing) ->
            new Outcome.Refused(why, Optional.of(ticket), standing);
      };
    }
  }

  private Optional<Booking> find(EventId event, TicketNumber number, Instant now) {
    BookingQuery query =
        BookingQuery.all(new PageRequest.After(Optional.empty(), 1)).of(event).numbered(number);
    return bookings.search(query, now).items().stream().findFirst().map(it -> it.asOf(now));
  }

  private static Optional<Outcome> invalid() {
    return Optional.of(new Outcome.Refused(Refusal.INVALID, Optional.empty(), Optional.empty()));
  }

  private static Optional<Outcome> refused(Refusal why, TicketId ticket) {
    return Optional.of(new Outcome.Refused(why, Optional.of(ticket), Optional.empty()));
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
