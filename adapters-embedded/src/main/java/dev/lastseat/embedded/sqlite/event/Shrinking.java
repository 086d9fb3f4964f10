package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Moves the bookings of an event off the places that it is about to lose. */
record Shrinking(Transaction transaction, Event event) {
  /** Bookings with a place beyond the end; one may come more than once. */
  private static final String BEYOND =
      """
      select booking.id, booking.places
      from place cross join booking on booking.seq = place.booking
      where place.event = (select seq from event where id = ?) and place.place > ?
      order by place.place
      limit ?
      """;

  private static final String MOVE = "update booking set places = ? where id = ?";

  /** How many bookings are looked at together; there may be many more than fit into memory. */
  private static final int BATCH = 1_000;

  private record Moving(String id, Places places) {
    static Moving read(Row row) {
      return new Moving(
          row.text("id"), row.sensible("places", () -> Places.of(row.ordinals("places"))));
    }
  }

  /** With what is left in contingents. */
  int taken() throws SQLException {
    int taken = places().taken(1, Integer.MAX_VALUE);
    for (Range kept : event.details().contingents().keptRanges(event.updatedAt())) {
      taken += kept.count() - places().taken(kept.first(), kept.last());
    }
    return taken;
  }

  /** Only where no more places are taken than the event will have. */
  void moveInside() throws SQLException {
    int beyond = places().taken(totalTickets() + 1, Integer.MAX_VALUE);
    PlaceRanges open = event.details().openPlaces(event.updatedAt());
    Iterator<Integer> free = places().lowest(open, beyond).iterator();
    List<Moving> batch = beyondTheEnd();
    while (!batch.isEmpty()) {
      for (Moving moving : batch) {
        Places inside = inside(moving.places(), free);
        connection().update(MOVE, inside.ordinals(), moving.id());
        FactRows.insert(
            transaction, BookingFacts.moved(new BookingId(moving.id()), inside, event.updatedAt()));
      }
      batch = beyondTheEnd();
    }
  }

  private FreePlaces places() {
    return new FreePlaces(connection(), event.id());
  }

  private SqlConnection connection() {
    return transaction.connection();
  }

  private int totalTickets() {
    return event.details().totalTickets();
  }

  private List<Moving> beyondTheEnd() throws SQLException {
    return connection()
        .list(BEYOND, Moving::read, event.id().value(), totalTickets(), BATCH)
        .stream()
        .distinct()
        .toList();
  }

  private Places inside(Places places, Iterator<Integer> free) {
    Stream<Integer> kept = places.ordinals().stream().filter(place -> place <= totalTickets());
    Stream<Integer> moved =
        places.ordinals().stream().filter(place -> place > totalTickets()).map(_ -> free.next());
    return Places.of(Stream.concat(kept, moved).toList());
  }
}
