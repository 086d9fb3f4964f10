package dev.lastseat.application.audit;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.port.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * No ticket that lets somebody in was given back, unless its event was cancelled. Only where a
 * process ended, or the store was away, between two writes there may be one (docs/adr/0052).
 */
record EntryCheck(Store store, Findings findings) {
  void check(List<Checkin> checkins) {
    List<Checkin> standing = checkins.stream().filter(Checkin::isStanding).toList();
    Map<BookingId, Booking> bookings =
        store.bookings().findAll(standing.stream().map(it -> it.ticket().booking()).toList());
    standing.stream()
        .filter(it -> isGivenBack(it, Optional.ofNullable(bookings.get(it.ticket().booking()))))
        .filter(this::isStill)
        .forEach(
            it ->
                findings.differs(
                    StreamId.of(it.list(), it.ticket()).text(),
                    "let somebody in by a ticket that was given back; undo it at the door"));
  }

  private boolean isGivenBack(Checkin checkin, Optional<Booking> booking) {
    return booking
        .filter(it -> it.returns().tickets().contains(checkin.ticket().number()))
        .flatMap(it -> store.events().find(it.details().eventId()))
        .map(Event::status)
        .filter(it -> it != EventStatus.CANCELLED)
        .isPresent();
  }

  /** What came too late was perhaps about to be taken back. */
  private boolean isStill(Checkin checkin) {
    return store.checkins().find(checkin.list(), checkin.ticket()).equals(Optional.of(checkin));
  }
}
