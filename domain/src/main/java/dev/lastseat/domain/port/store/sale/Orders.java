package dev.lastseat.domain.port.store.sale;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All orders. An order is made together with its bookings, in the same store as {@link Bookings},
 * and all or nothing of it is there: whatever races with it, and whenever the process ends.
 *
 * <p>A store without transactions holds the places first, in bookings that nobody finds yet, then
 * writes the order, and sells or holds the bookings last. The write of the order decides: until
 * then it can only be rolled back, from then on only forward. So whoever finds an order finds all
 * of its bookings; such a store rolls an order forward before it shows it. An event that changes
 * rolls back what it does not admit any more, before the change is answered.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store did not answer in time.
 */
public interface Orders {
  /**
   * Records an order with its bookings, all or nothing. Of recordings that race for a place, an
   * allowance or a key at most one is recorded; those who lose leave nothing behind. What was
   * answered {@link Recording.Recorded} is whole and survives the end of the process. The end of
   * the process in the middle leaves the whole order, nothing, or what {@link #settle} makes one of
   * the two.
   *
   * @param bookings of different events, in the order of {@link Order#bookings}, each with the
   *     order's id, user and key
   * @throws StoreUnavailable when the store did not answer in time, or the order was settled
   *     meanwhile; the whole order may stand, or nothing of it
   */
  Recording record(Order order, List<? extends Booking.Live> bookings);

  Optional<Order> find(OrderId id);

  /** The order that the user made under the key. */
  Optional<Order> find(UserId user, IdempotencyKey key);

  /** A page of those that the query asks for, each whole. What was listed is not taken back. */
  Page<Order> search(OrderQuery query);

  /**
   * Notes that all of the order is given back, for good: the first time counts. Its bookings are
   * changed by whoever asks.
   *
   * @return whether it is noted now, and was not before
   */
  boolean cancel(OrderId id, Instant at);

  /**
   * Decides every order that was created at or before {@code created} and was cut short: forward
   * when the order itself was written, else back, so that its places and its key are free again. A
   * recording that is still under way loses to a decision to roll it back, and to nothing else. Any
   * number of instances may settle at once.
   *
   * @return how many were decided here; 0 for a store that leaves none undecided
   */
  int settle(Instant created);

  /**
   * What became of a new order. Its bookings are named by their events. Where more than one refusal
   * holds, any of them may be answered; after each of them nothing of the order is there.
   */
  sealed interface Recording {
    /** All of it. */
    record Recorded() implements Recording {}

    /** The event, as it is in the store, is gone or does not admit its booking. */
    record NotAdmitted(EventId event) implements Recording {}

    /**
     * A place belongs to another live booking, or the ticket number to another booking of the
     * event.
     */
    record PlaceTaken(EventId event) implements Recording {}

    /** At least one of the allowances is used up by another live booking of the user. */
    record AllowanceSpent(EventId event) implements Recording {}

    /**
     * The user has used the key before.
     *
     * @param existing the order made with it; empty where that was a booking made alone
     */
    record KeyUsed(Optional<Order> existing) implements Recording {}

    /**
     * An order under the key is not decided yet, or others came in between each time; asking again
     * later finds out.
     */
    record UnderWay() implements Recording {}
  }
}
