package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Whether a file that is there already can be used. Looks without touching: first at the header,
 * then through a connection that cannot write.
 */
record StoreCheck(Path file, int newestVersion) {
  /**
   * The largest file that is read through at every start, which takes well under a second; damage
   * inside a larger one is reported by whoever reads it.
   */
  private static final long READ_THROUGH = 64L * 1024 * 1024;

  void run() throws IOException {
    StoreHeader header = StoreHeader.read(file);
    if (!header.isWhole()) {
      throw cutShort();
    }
    if (!header.isSqlite()) {
      throw new UnusableStore(file, "is not a SQLite database");
    }
    if (header.applicationId() != StoreFile.APPLICATION_ID) {
      throw new UnusableStore(file, "is a database of another program");
    }
    requireKnown(header.userVersion());
    requireWhole(header);
    requireSound();
  }

  private void requireKnown(long version) {
    if (version > newestVersion) {
      throw new UnusableStore(
          file,
          "was written by a newer Lastseat: its schema is version %d, this one knows %d"
              .formatted(version, newestVersion));
    }
  }

  /** A log beside the file may hold what the file lacks: then only SQLite can tell. */
  private void requireWhole(StoreHeader header) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    if (!logged && Files.size(file) < header.size()) {
      throw cutShort();
    }
  }

  private UnusableStore cutShort() throws IOException {
    return new UnusableStore(
        file, "was cut short: it ends after %d bytes".formatted(Files.size(file)));
  }

  private void requireSound() throws IOException {
    try (SqlConnection store = new Connections(file).reader()) {
      requireKnown(store.number(StoreSql.SCHEMA_VERSION));
      store.number(StoreSql.TABLES);
      if (Files.size(file) <= READ_THROUGH) {
        String found =
            store.first(StoreSql.QUICK_CHECK, result -> result.getString(1)).orElse("nothing");
        if (!"ok".equals(found)) {
          throw new UnusableStore(file, "is damaged: " + found.lines().findFirst().orElse(found));
        }
      }
    } catch (SQLException failure) {
      throw new UnusableStore(file, "is damaged: " + failure.getMessage(), failure);
    }
  }
}
