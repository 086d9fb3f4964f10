package dev.lastseat.bootstrap.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The least that could be done: a thread that inserts the rows of bookings into the same tables,
 * many in a transaction, and looks at nothing. What it does is the yardstick for what the program
 * does.
 */
final class BareLoop implements AutoCloseable {
  private static final int MAX_BATCH = 512;

  private final BlockingQueue<CompletableFuture<Boolean>> waiting = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final PreparedStatement booking;
  private final PreparedStatement place;
  private final PreparedStatement allowance;
  private final long event;
  private final Thread thread;
  private volatile boolean closed;
  private int next = 1;

  /** Of a file that has the schema and an event with this sequence number. */
  BareLoop(Path file, long event) throws SQLException {
    this.event = event;
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement pragmas = connection.createStatement()) {
      pragmas.executeUpdate("pragma journal_mode = wal; pragma synchronous = full;");
    }
    connection.setAutoCommit(false);
    this.booking =
        connection.prepareStatement(
            """
            insert into booking (seq, id, event, user_id, ticket_number, quantity, hold,
              unit_price_minor, currency, idempotency_key, booked_at, status, places, allowances,
              expires_at, confirmed_at)
            values (?, ?, ?, ?, ?, 1, 0, 2550, 'EUR', ?, ?, 'confirmed', ?, '[1]', null, ?)
            """);
    this.place = connection.prepareStatement("insert into place values (?, ?, ?)");
    this.allowance = connection.prepareStatement("insert into allowance values (?, ?, 1, ?)");
    this.thread = Thread.ofPlatform().name("bare-loop").start(this::run);
  }

  /** Inserts one booking and returns once it is on disk. */
  void insert() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    waiting.add(done);
    done.join();
  }

  private void run() {
    List<CompletableFuture<Boolean>> batch = new ArrayList<>();
    try {
      while (!closed) {
        CompletableFuture<Boolean> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, MAX_BATCH - 1);
          for (int i = 0; i < batch.size(); i++) {
            insertRows();
          }
          connection.commit();
          batch.forEach(done -> done.complete(true));
          batch.clear();
        }
      }
    } catch (SQLException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void insertRows() throws SQLException {
    int number = next++;
    long now = System.currentTimeMillis();
    String user = UUID.randomUUID().toString();
    booking.setInt(1, number);
    booking.setString(2, UUID.randomUUID().toString());
    booking.setLong(3, event);
    booking.setString(4, user);
    booking.setString(5, "T-" + number);
    booking.setString(6, UUID.randomUUID().toString());
    booking.setLong(7, now);
    booking.setString(8, "[" + number + "]");
    booking.setLong(9, now);
    booking.executeUpdate();
    place.setLong(1, event);
    place.setInt(2, number);
    place.setInt(3, number);
    place.executeUpdate();
    allowance.setLong(1, event);
    allowance.setString(2, user);
    allowance.setInt(3, number);
    allowance.executeUpdate();
  }

  @Override
  public void close() throws SQLException, InterruptedException {
    closed = true;
    thread.join();
    connection.close();
  }
}
