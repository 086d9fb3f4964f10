package dev.lastseat.embedded.bench;

import dev.lastseat.domain.booking.Booking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What SQLite alone can do: the rows of bookings, with their places and allowances, inserted into
 * the same schema under the same pragmas and in the same groups as in the program. Looks at
 * nothing, decides nothing, and reads nothing back.
 */
public final class BareStore implements AutoCloseable {
  private static final String PRAGMAS =
      """
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma cache_size = -16384;
      pragma temp_store = memory;
      pragma wal_autocheckpoint = 16000;
      """;

  private final Connection connection;
  private final BareWriter writer;

  /** Makes the file in an empty folder, and leaves it there. */
  public BareStore(Path folder) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(PRAGMAS);
        statement.executeUpdate(schema());
      }
      writer = new BareWriter(connection);
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String schema() throws IOException {
    try (InputStream script =
        BareStore.class.getResourceAsStream("/dev/lastseat/embedded/sqlite/engine/schema/V1.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Ends when it is on the disk. */
  public void insert(Booking.Confirmed booking) {
    writer.write(booking);
  }

  @Override
  public void close() {
    writer.close();
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
