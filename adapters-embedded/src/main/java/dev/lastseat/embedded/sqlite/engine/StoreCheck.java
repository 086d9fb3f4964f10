package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Whether a file that is there already can be used. Looks without touching: first at the header
 * (https://sqlite.org/fileformat2.html, section 1.3), then through a connection that cannot write.
 */
record StoreCheck(Path file, int newestVersion) {
  private static final String TABLES = "select count(*) from sqlite_schema";
  private static final String QUICK_CHECK = "pragma quick_check(1)";

  /**
   * The largest file that is read through at every start, which takes well under a second; damage
   * inside a larger one is reported by whoever reads it.
   */
  private static final long READ_THROUGH = 64L * 1024 * 1024;

  private static final int HEADER_LENGTH = 100;
  private static final ByteBuffer MAGIC = StandardCharsets.US_ASCII.encode("SQLite format 3\0");

  void run() throws IOException {
    ByteBuffer header;
    try (InputStream input = Files.newInputStream(file)) {
      header = ByteBuffer.wrap(input.readNBytes(HEADER_LENGTH));
    }
    if (header.limit() < HEADER_LENGTH) {
      throw cutShort();
    }
    if (!header.slice(0, MAGIC.limit()).equals(MAGIC)) {
      throw new UnusableStore(file, "is not a SQLite database");
    }
    if (header.getInt(68) != StoreFile.APPLICATION_ID) {
      throw new UnusableStore(file, "is a database of another program");
    }
    int pageSize = header.getChar(16) == 1 ? 65_536 : header.getChar(16);
    requireLength(Integer.toUnsignedLong(header.getInt(28)) * pageSize);
    requireSound();
  }

  /** A log beside the file may hold what the file lacks: then only SQLite can tell. */
  private void requireLength(long bytes) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    if (!logged && Files.size(file) < bytes) {
      throw cutShort();
    }
  }

  private UnusableStore cutShort() throws IOException {
    return new UnusableStore(
        file, "was cut short: it ends after %d bytes".formatted(Files.size(file)));
  }

  private void requireSound() throws IOException {
    try (SqlConnection store = new Connections(file).reader()) {
      long version = store.number(StoreFile.SCHEMA_VERSION);
      if (version > newestVersion) {
        throw new UnusableStore(
            file,
            "was written by a newer Lastseat: its schema is version %d, this one knows %d"
                .formatted(version, newestVersion));
      }
      store.number(TABLES);
      if (Files.size(file) <= READ_THROUGH) {
        String found = store.first(QUICK_CHECK, row -> row.text("quickCheck")).orElse("nothing");
        if (!"ok".equals(found)) {
          throw new UnusableStore(file, "is damaged: " + found.lines().findFirst().orElse(found));
        }
      }
    } catch (SQLException failure) {
      throw new UnusableStore(file, "is damaged: " + failure.getMessage(), failure);
    }
  }
}
