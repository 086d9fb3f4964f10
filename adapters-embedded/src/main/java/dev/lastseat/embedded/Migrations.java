package dev.lastseat.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The versions of the schema, applied in order, each in one transaction with its number. The number
 * is SQLite's user_version.
 */
final class Migrations {
  private static final List<String> SCRIPTS = List.of("V1.sql");

  private Migrations() {}

  /**
   * Brings the file to the newest version; leaves the connection with transactions that are
   * committed by hand.
   */
  static void apply(SqlConnection connection, Path file) throws SQLException, IOException {
    int version = (int) connection.number("pragma user_version");
    if (version > SCRIPTS.size()) {
      throw new UnusableStore(
          file,
          "was written by a newer Lastseat: schema %d, this one knows %d"
              .formatted(version, SCRIPTS.size()));
    }
    for (int next = version; next < SCRIPTS.size(); next++) {
      connection.execute(
          """
          begin immediate;
          %s
          pragma application_id = %d;
          pragma user_version = %d;
          commit;
          """
              .formatted(script(SCRIPTS.get(next)), FileCheck.APPLICATION_ID, next + 1));
    }
    // Only now, so that the application id is in the file itself and not merely in its log.
    connection.first("pragma journal_mode = wal", row -> row.getString(1));
    connection.manualCommit();
  }

  private static String script(String name) throws IOException {
    try (InputStream script = Migrations.class.getResourceAsStream("schema/" + name)) {
      if (script == null) {
        throw new IOException("no schema " + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
