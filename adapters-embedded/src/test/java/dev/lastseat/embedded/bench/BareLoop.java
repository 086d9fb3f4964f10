package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fixture.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What SQLite alone can do: the rows of bookings, with their places and allowances, inserted into
 * the same schema under the same pragmas and in the same groups as in the program. Looks at
 * nothing, decides nothing, and reads nothing back.
 */
public final class BareLoop {
  private static final String PRAGMAS =
      """
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma cache_size = -32768;
      pragma temp_store = memory;
      pragma wal_autocheckpoint = 4000;
      """;

  private BareLoop() {}

  /**
   * Writes bookings of one place each from so many threads.
   *
   * @param folder an empty one, where the file is left
   * @return bookings a second
   */
  public static double run(Path folder, int clients, int bookings) {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"))) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(PRAGMAS);
        statement.executeUpdate(schema());
      }
      List<Booking.Confirmed> made = Workload.of(new EventId("event-1"), bookings);
      try (BareWriter writer = new BareWriter(connection)) {
        return Clients.run(clients, made, writer::write);
      }
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String schema() throws IOException {
    try (InputStream script =
        BareLoop.class.getResourceAsStream("/dev/lastseat/embedded/sqlite/engine/schema/V1.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
