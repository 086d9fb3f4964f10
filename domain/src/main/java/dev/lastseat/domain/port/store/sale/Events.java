package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All events. Every read sees all writes that were acknowledged before it began.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time.
 */
public interface Events {
  void add(Event event);

  /** The event, unless it is unknown or deleted. */
  Optional<Event> find(EventId id);

  /**
   * Those of the events that were ever added, deleted ones too: for bookings that remember them.
   * One that makes no sense is reported to the log and left out.
   */
  Map<EventId, Event> findAll(Collection<EventId> ids);

  /** Drafts that are to be published by then and can still be sold, those due first. */
  List<Event> toPublish(Instant until, int limit);

  /** Deleted events are not found. The position of a page is that of {@link EventQuery.Sort}. */
  Page<Event> search(EventQuery query);

  /**
   * Writes a changed event over its previous version ({@code changed.version() - 1}). Where it has
   * fewer places than before, live bookings beyond the new end move to free places that everybody
   * may buy; once it is answered, nobody sees a booking beyond the end. Where its last hold ({@link
   * Schedule#lastHold}) ends earlier than before, holds that would have run longer end then. Of two
   * changes of the same version exactly one is written.
   */
  Update update(Event changed);

  /**
   * Takes the event away in this very version, unless it has live bookings. Of a deletion and a
   * change of the same version at most one is written. Of a deletion and a booking that race, at
   * most one wins; a store that cannot do both in one step may refuse both.
   */
  Deletion delete(Event event, Instant now);

  /** What became of a change. */
  sealed interface Update {
    record Updated() implements Update {}

    /** The stored version is another one, or the event is gone. */
    record Stale() implements Update {}

    /**
     * More places are taken, or kept in contingents, than the event would have; it has those that
     * it had. A store that cannot do all of it in one step may have written it as a later version.
     */
    record TooSmall(int taken) implements Update {}
  }

  /** What became of a deletion. */
  sealed interface Deletion {
    record Deleted() implements Deletion {}

    /** The stored version is another one, or the event is gone. */
    record Stale() implements Deletion {}

    record HasLiveBookings() implements Deletion {}
  }
}
