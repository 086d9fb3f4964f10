package dev.lastseat.mongo;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.Events.Update;

/**
 * Takes places away from the end of an event. Bookings beyond the new end move to free places
 * before the event is written, and once more after it, for those that came in between; who comes
 * later reads the event after the insert, and finds it shrunk. Where the free places run out in
 * between, the event gets its places back, as another version.
 */
record Shrinking(Store store, Event stored, Event changed) {

  Update run() {
    if (!mover().moveInside()) {
      return tooSmall();
    }
    EventWrites writes = new EventWrites(store);
    if (!writes.beginToShrink(changed)) {
      return new Update.Stale();
    }
    boolean fits = mover().moveInside();
    if (!fits) {
      writes.replace(restored());
    }
    writes.finish(changed.id(), Unfinished.SHRINKING);
    return fits ? new Update.Updated() : tooSmall();
  }

  private Mover mover() {
    return new Mover(store, changed.id(), changed.details().totalTickets());
  }

  private Update tooSmall() {
    return new Update.TooSmall(new FreePlaces(store, changed.id()).taken());
  }

  private Event restored() {
    return new Event(
        stored.id(),
        stored.details(),
        stored.status(),
        changed.version() + 1,
        stored.createdAt(),
        changed.updatedAt());
  }
}
