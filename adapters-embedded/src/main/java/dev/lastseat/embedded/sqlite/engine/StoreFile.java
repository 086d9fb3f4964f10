package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;

/**
 * The store file: made when there is none, refused when it is not one of ours. A new one is made
 * beside its place and moved there when it is complete, so that a file in that place was complete
 * once, and anything less is damage.
 */
record StoreFile(Path file, Migrations migrations) {
  /** {@code application_id} of the files of Lastseat: "Seat". */
  static final int APPLICATION_ID = 0x53656174;

  /** Opens it for writing, with the newest schema. */
  SqlConnection open() {
    try {
      if (Files.exists(file)) {
        new StoreCheck(file, migrations.latest()).run();
      } else {
        create();
      }
      return migrated();
    } catch (IOException | SQLException failure) {
      throw new UnusableStore(file, "cannot be opened: " + failure.getMessage(), failure);
    }
  }

  private void create() throws IOException, SQLException {
    requireNoLog();
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
    try (SqlConnection store = new Connections(draft).builder()) {
      store.runScript("pragma application_id = " + APPLICATION_ID);
      migrations.applyTo(store);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** SQLite would play the log of a lost file into the new one. */
  private void requireNoLog() throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new UnusableStore(file, "is missing, but its log %s is there".formatted(log));
    }
  }

  private SqlConnection migrated() throws SQLException {
    SqlConnection store = new Connections(file).writer();
    try {
      migrations.applyTo(store);
      return store;
    } catch (SQLException failure) {
      store.close();
      throw failure;
    }
  }
}
