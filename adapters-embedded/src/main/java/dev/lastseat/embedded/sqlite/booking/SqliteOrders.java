package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.aggregate.OrderFacts;
import dev.lastseat.domain.order.Order;
import dev.lastseat.domain.order.OrderQuery;
import dev.lastseat.domain.port.store.sale.Bookings;
import dev.lastseat.domain.port.store.sale.Orders;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.stored.StoredBookings;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Database;
import dev.lastseat.embedded.sqlite.engine.Transaction;
import dev.lastseat.embedded.sqlite.fact.FactRows;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders in the table {@code orders}, each written with its bookings in one transaction. */
public record SqliteOrders(Database database) implements Orders {
  private static final String INSERT =
      "insert into orders (id, user_id, idempotency_key, created_at) values (?, ?, ?, ?)";

  private static final String CANCEL =
      "update orders set cancelled_at = ? where id = ? and cancelled_at is null";
  private static final String FIND = "select * from order_with_bookings where id = ?";
  private static final String FIND_BY_KEY =
      "select * from order_with_bookings where user_id = ? and idempotency_key = ?";

  /**
   * Looks at all of its bookings first and inserts them then: as with a booking alone, nothing can
   * come between. They are of different events, so that none is in the way of another.
   */
  @Override
  public Recording record(Order order, List<? extends Booking.Live> bookings) {
    return database.write(
        transaction -> {
          for (Booking.Live booking : bookings) {
            Bookings.Recording looked = new BookingInsert(transaction, booking).look();
            if (!(looked instanceof Bookings.Recording.Recorded)) {
              return refusal(transaction, order, looked, booking.details().eventId());
            }
          }
          return insert(transaction, order, bookings);
        });
  }

  private static Recording refusal(
      Transaction transaction, Order order, Bookings.Recording refused, EventId event)
      throws SQLException {
    return switch (refused) {
      case Bookings.Recording.KeyUsed _ ->
          new Recording.KeyUsed(
              transaction.first(
                  FIND_BY_KEY, StoredBookings::order, keyOf(order.userId(), order.key())));
      case Bookings.Recording.AllowanceSpent _ -> new Recording.AllowanceSpent(event);
      case Bookings.Recording.PlaceTaken _ -> new Recording.PlaceTaken(event);
      case Bookings.Recording.NotAdmitted _ -> new Recording.NotAdmitted(event);
      case Bookings.Recording.Recorded _ ->
          throw new IllegalStateException("nothing is in the way");
    };
  }

  private static Recording insert(
      Transaction transaction, Order order, List<? extends Booking.Live> bookings)
      throws SQLException {
    transaction.update(
        INSERT, order.id().value(), order.userId().value(), order.key().value(), order.createdAt());
    FactRows.insert(transaction, OrderFacts.placed(order));
    for (Booking.Live booking : bookings) {
      new BookingInsert(transaction, booking).insert();
    }
    return new Recording.Recorded();
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return database.first(FIND, StoredBookings::order, id.value());
  }

  @Override
  public Optional<Order> find(UserId user, IdempotencyKey key) {
    return database.first(FIND_BY_KEY, StoredBookings::order, keyOf(user, key));
  }

  @Override
  public Page<Order> search(OrderQuery query) {
    return database.snapshot(page(query));
  }

  public static PageQuery<Order> page(OrderQuery query) {
    Conditions wanted =
        Conditions.NONE
            .and("user_id = ?", query.user().map(UserId::value))
            .within("created_at", query.from(), query.to(), query.page());
    return PageQuery.newestFirst(
        "order_with_bookings", "created_at", wanted, query.page(), StoredBookings::order);
  }

  private static Object[] keyOf(UserId user, IdempotencyKey key) {
    return new Object[] {user.value(), key.value()};
  }

  @Override
  public boolean cancel(OrderId id, Instant at) {
    return database.write(
        transaction ->
            FactRows.update(transaction, OrderFacts.cancelled(id, at), CANCEL, at, id.value()));
  }

  /** A transaction leaves nothing undecided. */
  @Override
  public int settle(Instant created) {
    return 0;
  }
}
