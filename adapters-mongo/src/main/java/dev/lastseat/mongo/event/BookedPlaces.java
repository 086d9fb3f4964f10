package dev.lastseat.mongo.event;

import dev.lastseat.domain.event.EventId;

/** What a change of an event asks of its bookings, and does to them. */
public interface BookedPlaces {
  boolean isAny(EventId event);

  int count(EventId event);

  /**
   * Moves the bookings that have places beyond an end to free places before it.
   *
   * @return whether none is beyond the end any more; false when there is no room for all
   */
  boolean moveInside(EventId event, int totalTickets);
}
