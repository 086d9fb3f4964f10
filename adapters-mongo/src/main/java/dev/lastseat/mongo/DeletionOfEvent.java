package dev.lastseat.mongo;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Events.Deletion;

/**
 * Deletes an event first and looks for live bookings then, which bring it back. Whoever books in
 * between reads the event after the insert, and finds it gone.
 */
record DeletionOfEvent(Store store, EventId event) {

  Deletion run() {
    if (hasLiveBookings()) {
      return isThere() ? new Deletion.HasLiveBookings() : new Deletion.Unknown();
    }
    return new EventWrites(store).beginToDelete(event) ? decide() : new Deletion.Unknown();
  }

  /** May be done again, by anybody. */
  Deletion decide() {
    EventWrites writes = new EventWrites(store);
    if (hasLiveBookings()) {
      writes.restore(event);
      return new Deletion.HasLiveBookings();
    }
    writes.finishDeletion(event);
    return new Deletion.Deleted();
  }

  private boolean isThere() {
    return new MongoEvents(store).find(event).isPresent();
  }

  private boolean hasLiveBookings() {
    return new Claims(store, event).isAny();
  }
}
