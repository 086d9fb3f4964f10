package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.engine.Row;
import dev.lastseat.embedded.sqlite.engine.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders from rows of {@code orders} and of the bookings that name them. */
record OrderReader(SqlConnection connection) {
  Optional<Order> find(OrderId id) throws SQLException {
    return first(OrderSql.FIND, id.value());
  }

  Optional<Order> find(UserId user, IdempotencyKey key) throws SQLException {
    return first(OrderSql.FIND_BY_KEY, user.value(), key.value().toString());
  }

  private Optional<Order> first(OrderSql sql, String... values) throws SQLException {
    return connection.first(sql, this::read, (Object[]) values);
  }

  private Order read(ResultSet result) throws SQLException {
    Row row = new Row("orders", result);
    OrderId id = row.text("id", OrderId::new);
    List<BookingId> bookings =
        connection.list(
            OrderSql.BOOKINGS,
            booking -> new Row("booking", booking).text("id", BookingId::new),
            id.value());
    UserId user = row.text("user_id", UserId::new);
    IdempotencyKey key =
        row.text("idempotency_key", text -> new IdempotencyKey(UUID.fromString(text)));
    var createdAt = row.time("created_at");
    return row.sensible("bookings", () -> new Order(id, user, key, bookings, createdAt));
  }
}
