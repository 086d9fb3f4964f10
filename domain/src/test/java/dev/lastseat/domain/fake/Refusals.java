package dev.lastseat.domain.fake;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Why a new booking cannot stand beside those that are stored. */
record Refusals(FakeStore store) {
  Optional<Recording> of(Booking.Live booking) {
    return keyUsed(booking).or(() -> allowanceSpent(booking)).or(() -> placeTaken(booking));
  }

  private Optional<Recording> keyUsed(Booking.Live booking) {
    BookingDetails wanted = booking.details();
    return store
        .all()
        .filter(stored -> stored.details().userId().equals(wanted.userId()))
        .filter(stored -> stored.details().key().equals(wanted.key()))
        .filter(stored -> !isOfSameOrder(stored.details(), wanted))
        .findAny()
        .map(Recording.KeyUsed::new);
  }

  private static boolean isOfSameOrder(BookingDetails stored, BookingDetails wanted) {
    return wanted.order().isPresent() && stored.order().equals(wanted.order());
  }

  private Optional<Recording> allowanceSpent(Booking.Live booking) {
    return rivals(booking).stream()
        .filter(rival -> rival.details().userId().equals(booking.details().userId()))
        .filter(
            rival ->
                !Collections.disjoint(
                    rival.claim().allowances().ordinals(), booking.claim().allowances().ordinals()))
        .findAny()
        .map(_ -> new Recording.AllowanceSpent());
  }

  private Optional<Recording> placeTaken(Booking.Live booking) {
    boolean taken =
        !Collections.disjoint(
            store.placesTaken(booking.details().eventId()), booking.claim().places().ordinals());
    boolean numbered =
        store.all().map(Booking::details).anyMatch(stored -> sameTicket(stored, booking.details()));
    return taken || numbered ? Optional.of(new Recording.PlaceTaken()) : Optional.empty();
  }

  private static boolean sameTicket(BookingDetails one, BookingDetails other) {
    return one.eventId().equals(other.eventId()) && one.ticketNumber().equals(other.ticketNumber());
  }

  private List<Booking.Live> rivals(Booking.Live booking) {
    return store.claiming(booking.details().eventId());
  }
}
