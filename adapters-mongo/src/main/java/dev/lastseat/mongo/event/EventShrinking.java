package dev.lastseat.mongo.event;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Events.Update;
import dev.lastseat.mongo.engine.Database;
import java.time.Instant;

/**
 * Takes places away from the end of an event. Where there is room for all that is booked, the event
 * is written, and the bookings beyond its new end move to free places then; who comes later reads
 * the event after the insert, and finds it shrunk. Those who did not live to read it are left to
 * {@link UnfinishedChanges}, for whom the event stays marked for a while. Where others buy the room
 * before all have moved, the event gets its places back, as another version.
 */
record EventShrinking(Database db, BookedPlaces booked, Event stored, Event changed) {

  Update run() {
    int places = changed.details().totalTickets();
    int taken = booked.count(changed.id());
    if (taken > places) {
      return new Update.TooSmall(taken);
    }
    EventWrites writes = new EventWrites(db);
    Instant since = writes.now();
    if (!writes.beginToShrink(changed, since)) {
      return new Update.Stale();
    }
    if (booked.moveInside(changed.id(), places)) {
      return new Update.Updated();
    }
    writes.takeBack(changed, since, stored.details().totalTickets());
    return new Update.TooSmall(booked.count(changed.id()));
  }
}
