package dev.lastseat.application.checkin;

import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.application.ticket.TicketCodes.SoldTicket;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Checkins;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a door needs to know of the tickets of its event when it has no network, in parts: first all
 * that were sold, then those that something happened to, by the log of facts.
 */
public record OfflineBundle(
    CheckinLists lists, FactLog facts, Bookings bookings, TicketCodes codes, Checkins checkins) {
  /** So many bookings at most are in a part. */
  static final int BOOKINGS = 1_000;

  /** So many facts at most are read for a part. */
  static final int FACTS = 2_000;

  /**
   * How far somebody has come.
   *
   * @param sold up to which first fact of a booking; empty where all were told
   * @param changes up to which fact changes were told
   */
  public record Since(Optional<Long> sold, long changes) {}

  /** A ticket; where it has let somebody in, what became of them is {@code checkin}. */
  public record Entry(SoldTicket ticket, Optional<Checkin> checkin) {}

  /**
   * A part.
   *
   * @param next where the next one begins
   * @param more whether there is more at once
   */
  public record Part(List<Entry> entries, Since next, boolean more) {}

  /**
   * Those after {@code since}, or from the beginning. No list, or not one for this sender: empty.
   */
  public Optional<Part> handle(CheckinListId list, Optional<Since> since, Principal by) {
    return lists
        .find(list, by)
        .map(
            found -> {
              Since from = since.orElseGet(() -> new Since(Optional.of(0L), facts.head()));
              return from.sold()
                  .map(position -> sold(found, position, from.changes()))
                  .orElseGet(() -> changed(found, from.changes()));
            });
  }

  private Part sold(CheckinList list, long position, long changes) {
    List<RecordedFact> first = facts.bookingsOf(list.event(), position, BOOKINGS);
    boolean more = first.size() == BOOKINGS;
    Optional<Long> next = more ? Optional.of(first.getLast().sequence()) : Optional.empty();
    return new Part(entries(list, bookings(list, first)), new Since(next, changes), true);
  }

  private Part changed(CheckinList list, long changes) {
    List<RecordedFact> after = facts.after(changes, FACTS);
    long next = after.isEmpty() ? changes : after.getLast().sequence();
    return new Part(
        entries(list, bookings(list, after)),
        new Since(Optional.empty(), next),
        after.size() == FACTS);
  }

  private static Set<BookingId> bookings(CheckinList list, List<RecordedFact> facts) {
    return facts.stream()
        .filter(it -> !isElsewhere(it, list))
        .flatMap(it -> booking(it.fact().stream(), list))
        .collect(Collectors.toSet());
  }

  /** The first fact of a booking tells its event. */
  private static boolean isElsewhere(RecordedFact fact, CheckinList list) {
    String event = fact.fact().data().get("event");
    return event != null && !event.equals(list.event().value());
  }

  private static Stream<BookingId> booking(StreamId stream, CheckinList list) {
    return switch (stream.type()) {
      case StreamId.BOOKING -> Stream.of(new BookingId(stream.id()));
      case StreamId.TICKET -> Stream.of(TicketId.parse(stream.id()).booking());
      case StreamId.CHECKIN -> {
        String prefix = list.id().value() + ".";
        yield stream.id().startsWith(prefix)
            ? Stream.of(TicketId.parse(stream.id().substring(prefix.length())).booking())
            : Stream.empty();
      }
      default -> Stream.empty();
    };
  }

  private List<Entry> entries(CheckinList list, Collection<BookingId> ids) {
    List<SoldTicket> sold =
        codes.sold(
            bookings.findAll(ids).values().stream()
                .filter(it -> it.details().eventId().equals(list.event()))
                .toList());
    Map<TicketId, Checkin> standing =
        checkins.of(ids).stream()
            .filter(it -> it.list().equals(list.id()) && it.isStanding())
            .collect(Collectors.toMap(Checkin::ticket, Function.identity()));
    return sold.stream()
        .map(it -> new Entry(it, Optional.ofNullable(standing.get(it.ticket()))))
        .toList();
  }
}
