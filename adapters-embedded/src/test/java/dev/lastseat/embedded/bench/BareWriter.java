package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread that inserts whatever waits and commits it together. */
final class BareWriter implements AutoCloseable {
  private static final int MAX_GROUP = 512;
  private static final String INSERT_BUYER = "insert or ignore into buyer (user_id) values (?)";
  private static final String INSERT =
      """
      insert into booking (event, id, event_id, user_id, ticket_number, quantity, hold, unit_price,
        currency, idempotency_key, booked_at, status, places, allowances, confirmed_at, expires_at,
        buyer)
      values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'confirmed', '[' || ? || ']', '[1]', ?, ?,
        (select seq from buyer where user_id = ?3))
      """;

  private record Insert(Booking.Confirmed booking, CompletableFuture<Boolean> done) {}

  private final BlockingQueue<Insert> waiting = new LinkedBlockingQueue<>();
  private final PreparedStatement begin;
  private final PreparedStatement insertBuyer;
  private final PreparedStatement insert;
  private final PreparedStatement commit;
  private final Thread thread;

  BareWriter(Connection connection) throws SQLException {
    begin = connection.prepareStatement("begin immediate");
    insertBuyer = connection.prepareStatement(INSERT_BUYER);
    insert = connection.prepareStatement(INSERT);
    commit = connection.prepareStatement("commit");
    connection.setAutoCommit(false);
    commit.executeUpdate();
    thread = Thread.ofPlatform().name("bare-writer").daemon().start(this::work);
  }

  void write(Booking.Confirmed booking) {
    Insert mine = new Insert(booking, new CompletableFuture<>());
    waiting.add(mine);
    mine.done().join();
  }

  private void work() {
    List<Insert> group = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        group.add(waiting.take());
        waiting.drainTo(group, MAX_GROUP - 1);
        commit(group);
        group.clear();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (SQLException failure) {
      group.forEach(each -> each.done().completeExceptionally(failure));
    }
  }

  private void commit(List<Insert> group) throws SQLException {
    begin.executeUpdate();
    for (Insert each : group) {
      insertBuyer.setString(1, each.booking().details().userId().value());
      insertBuyer.executeUpdate();
      bind(each.booking());
      insert.executeUpdate();
    }
    commit.executeUpdate();
    group.forEach(each -> each.done().complete(true));
  }

  private void bind(Booking.Confirmed booking) throws SQLException {
    BookingDetails details = booking.details();
    insert.setString(1, details.id().value());
    insert.setString(2, details.eventId().value());
    insert.setString(3, details.userId().value());
    insert.setString(4, details.ticketNumber().value());
    insert.setInt(5, details.quantity().tickets());
    insert.setInt(6, 0);
    insert.setLong(7, details.unitPrice().minorUnits());
    insert.setString(8, details.unitPrice().currency().getCurrencyCode());
    insert.setString(9, details.key().value().toString());
    insert.setLong(10, details.bookedAt().toEpochMilli());
    insert.setInt(11, booking.claim().places().last());
    insert.setLong(12, booking.confirmedAt().toEpochMilli());
    insert.setNull(13, Types.INTEGER);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
