package dev.lastseat.mongo;

import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.Events.Deletion;

/**
 * Deletes an event first and looks for live bookings then, which bring it back. Whoever books in
 * between reads the event after the insert, and finds it gone; those who did not live to read it
 * are left to {@link UnfinishedChanges}.
 */
record DeletionOfEvent(Store store, EventId event) {

  Deletion run() {
    if (hasLiveBookings()) {
      return isThere() ? new Deletion.HasLiveBookings() : new Deletion.Unknown();
    }
    return new EventWrites(store).beginToDelete(event) ? decide() : new Deletion.Unknown();
  }

  /** May be done again, by anybody: of several who do, one decides. */
  Deletion decide() {
    EventWrites writes = new EventWrites(store);
    if (hasLiveBookings()) {
      writes.restore(event);
    } else {
      writes.finishDeletion(event);
    }
    return isThere() ? new Deletion.HasLiveBookings() : new Deletion.Deleted();
  }

  private boolean isThere() {
    return new MongoEvents(store).find(event).isPresent();
  }

  private boolean hasLiveBookings() {
    return new Claims(store, event).isAny();
  }
}
