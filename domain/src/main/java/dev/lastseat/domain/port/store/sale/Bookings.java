package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.TicketCounts;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All bookings. Implementations decide every race: of two overlapping bookings exactly one is
 * recorded, and of two transitions of one booking exactly one happens. Every read sees all writes
 * that were acknowledged before it began.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time. A limit is
 * 1 or more, the id of a new booking is nobody else's, and instants are kept to the millisecond.
 */
public interface Bookings {
  /**
   * Records a new booking in one atomic step, if its event admits it ({@code BookingPolicy}). What
   * was answered {@link Recording.Recorded} survives the end of the process; what was refused
   * leaves nothing, and its key can be used again.
   *
   * @throws StoreUnavailable when the store did not answer in time; the booking may or may not
   *     stand
   */
  Recording record(Booking.Live booking);

  /**
   * Replaces {@code from} by {@code to}, a later state of the same booking, if it is still stored
   * with that state, those places and, of a hold, that end. A state that is not live gives its
   * claim back in the same step. A ticket that let somebody in is not given back: then nothing is
   * replaced ({@link Checkins#letPass}).
   *
   * @return whether it was replaced
   */
  boolean change(Booking.Live from, Booking to);

  /**
   * Does {@link #change} for each, every one with an outcome of its own. Answers those that were
   * replaced.
   */
  List<Transition> changeAll(Collection<Transition> transitions);

  /**
   * Gives each of the holds another end, if it is still stored as a hold with the end that it has
   * here, every one with an outcome of its own.
   *
   * @param now when it takes effect
   * @return how many have that end now
   */
  int extend(Collection<Booking.Pending> holds, Instant end, Instant now);

  /**
   * Keeps nothing of the guest that the booking was sold to; done twice, it is the same.
   *
   * @return whether anything was kept
   */
  boolean forgetGuest(BookingId id, Instant at);

  /**
   * Whose the bookings are of guests whose name or address has the words, whatever became of them.
   *
   * @param event where it was for; empty for every event
   * @param limit how many are answered at the most
   */
  Set<UserId> guests(SearchWords words, Optional<EventId> event, int limit);

  Optional<Booking> find(BookingId id);

  /** Those of them that there are. */
  Map<BookingId, Booking> findAll(Collection<BookingId> ids);

  /** The booking that the user made for the event under the key, in whatever state it is now. */
  Optional<Booking> find(EventId event, UserId user, IdempotencyKey key);

  /** The booking of the event with the ticket number, in whatever state it is now. */
  Optional<Booking> find(EventId event, TicketNumber number);

  /**
   * The bookings as they are stored. Where a status is asked for, it is the one that they have at
   * {@code now}: a hold whose end is at or before that is an expired one.
   */
  Page<Booking> search(BookingQuery query, Instant now);

  /** Holds whose end is at or before {@code now}, the longest overdue first. */
  List<Booking.Pending> overdue(Instant now, int limit);

  /** Holds of one event whose end is at or before {@code now}, the longest overdue first. */
  List<Booking.Pending> overdue(EventId event, Instant now, int limit);

  /** Some live bookings of cancelled events. */
  List<Booking.Live> liveOfCancelledEvents(int limit);

  /**
   * How many places are taken, for each of the events that were asked for; without those of holds
   * whose end is at or before {@code now}.
   */
  Map<EventId, TicketCounts> count(Collection<EventId> events, Instant now);

  /** The allowances that live bookings of the user for the event use up. */
  Set<Integer> allowancesTaken(EventId event, UserId user);

  /**
   * When holds ended that nobody confirmed, of those that the user made of the event at or after
   * {@code bookedSince}; those of the {@code limit} latest ones, in no order. What is overdue and
   * not written down as expired yet may be missing.
   */
  List<Instant> expiredHolds(EventId event, UserId user, Instant bookedSince, int limit);

  /**
   * Forgets holds made alone that expired at or before {@code end}, those that did so first, once
   * the log has all of their facts; at most {@code limit}. Nothing tells of it: by its facts such a
   * hold has expired, whether it is still there or not.
   *
   * @param before is told which they are, while they are still there
   * @return how many were forgotten
   */
  int forgetExpired(Instant end, int limit, Consumer<List<BookingId>> before);

  /** The highest place that a live booking of the event has, 0 without one. */
  int highestPlace(EventId event);

  /**
   * Exactly the free places within the ranges, the lowest {@code limit} of them, ascending. A place
   * that was free all the time is never missing from fewer than that. Where none is answered, all
   * were taken at one and the same instant; a store that cannot see all of them at once looks again
   * until two looks agree, and gives up only when places change hands during each of many.
   */
  List<Integer> freePlaces(EventId event, PlaceRanges ranges, int limit);

  /** The same of all places of an event that has so many. */
  default List<Integer> freePlaces(EventId event, int totalTickets, int limit) {
    return freePlaces(event, PlaceRanges.upTo(totalTickets), limit);
  }

  /**
   * One state of a booking and the next.
   *
   * @param eventCancelled whether that is why: then tickets that let somebody in are taken back too
   */
  record Transition(Booking.Live from, Booking to, boolean eventCancelled) {
    public Transition(Booking.Live from, Booking to) {
      this(from, to, false);
    }

    /** Whether it gives tickets back that must not have let anybody in. */
    public boolean givesBack() {
      return !eventCancelled
          && from instanceof Booking.Confirmed
          && !from.returns().equals(to.returns());
    }

    /** Whether it gives a ticket back that let somebody in. */
    public boolean isRefusedBy(Collection<Checkin> checkins) {
      return givesBack()
          && checkins.stream()
              .filter(it -> it.isStanding() && it.ticket().booking().equals(from.id()))
              .anyMatch(it -> to.returns().tickets().contains(it.ticket().number()));
    }
  }

  /**
   * What became of a new booking. Where more than one refusal holds, any of them may be answered.
   */
  sealed interface Recording {
    record Recorded() implements Recording {}

    /** The event, as it is in the store, is gone or does not admit the booking. */
    record NotAdmitted() implements Recording {}

    /**
     * A place belongs to another live booking, or the ticket number to another booking of the
     * event.
     */
    record PlaceTaken() implements Recording {}

    /** At least one of the allowances is used up by another live booking of the user. */
    record AllowanceSpent() implements Recording {}

    /** The user has already made a booking under this key, alone or in an order, of any event. */
    record KeyUsed(Booking existing) implements Recording {}
  }
}
