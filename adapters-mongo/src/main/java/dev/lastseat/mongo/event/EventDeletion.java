package dev.lastseat.mongo.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Events.Deletion;
import dev.lastseat.mongo.engine.Database;
import java.util.Optional;

/**
 * Deletes an event first and looks for live bookings then, which bring it back. Whoever books in
 * between reads the event after the insert, and finds it gone; those who did not live to read it
 * are left to {@link UnfinishedChanges}.
 */
record EventDeletion(Database db, BookedPlaces booked, Event event) {

  Deletion run() {
    if (hasLiveBookings()) {
      return isCurrent() ? new Deletion.HasLiveBookings() : new Deletion.Stale();
    }
    return new EventWrites(db).beginToDelete(event) ? decide() : new Deletion.Stale();
  }

  /** May be done again, by anybody: of several who do, one decides. */
  Deletion decide() {
    EventWrites writes = new EventWrites(db);
    if (hasLiveBookings()) {
      writes.restore(event.id());
    } else {
      writes.finishDeletion(event.id());
    }
    return stored().isPresent() ? new Deletion.HasLiveBookings() : new Deletion.Deleted();
  }

  private boolean isCurrent() {
    return stored().filter(it -> it.version() == event.version()).isPresent();
  }

  private Optional<Event> stored() {
    return new MongoEvents(db, booked).find(event.id());
  }

  private boolean hasLiveBookings() {
    return booked.isAny(event.id());
  }
}
