package dev.lastseat.mongo.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Events.Update;
import dev.lastseat.mongo.engine.Database;

/**
 * Takes places away from the end of an event. Bookings beyond the new end move to free places
 * before the event is written, and once more after it, for those that came in between; who comes
 * later reads the event after the insert, and finds it shrunk. Those who did not live to read it
 * are left to {@link UnfinishedChanges}, for whom the event stays marked for a while. Where the
 * free places run out in between, the event gets its places back, as another version.
 */
record EventShrinking(Database db, BookedPlaces booked, Event stored, Event changed) {

  Update run() {
    if (!moveInside()) {
      return tooSmall();
    }
    EventWrites writes = new EventWrites(db);
    if (!writes.beginToShrink(changed)) {
      return new Update.Stale();
    }
    if (moveInside()) {
      return new Update.Updated();
    }
    writes.takeBack(changed, stored.details().totalTickets());
    return tooSmall();
  }

  private boolean moveInside() {
    return booked.moveInside(changed.id(), changed.details().totalTickets());
  }

  private Update tooSmall() {
    return new Update.TooSmall(booked.count(changed.id()));
  }
}
