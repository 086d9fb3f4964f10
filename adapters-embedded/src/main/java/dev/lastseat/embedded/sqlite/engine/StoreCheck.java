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
 * Whether a file that is there already can be used. Looks without touching: first at the header,
 * then through a connection that cannot write.
 */
record StoreCheck(Path file, int newestVersion) {
  private static final Sql TABLES = Sql.of("select count(*) from sqlite_schema");
  private static final Sql QUICK_CHECK = Sql.of("pragma quick_check(1)");

  /**
   * The largest file that is read through at every start, which takes well under a second; damage
   * inside a larger one is reported by whoever reads it.
   */
  private static final long READ_THROUGH = 64L * 1024 * 1024;

  void run() throws IOException {
    Header header = Header.of(file);
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
  private void requireWhole(Header header) throws IOException {
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
      requireKnown(store.number(StoreFile.SCHEMA_VERSION));
      store.number(TABLES);
      if (Files.size(file) <= READ_THROUGH) {
        String found = store.first(QUICK_CHECK, result -> result.getString(1)).orElse("nothing");
        if (!"ok".equals(found)) {
          throw new UnusableStore(file, "is damaged: " + found.lines().findFirst().orElse(found));
        }
      }
    } catch (SQLException failure) {
      throw new UnusableStore(file, "is damaged: " + failure.getMessage(), failure);
    }
  }

  /**
   * The first bytes of a SQLite file (https://sqlite.org/fileformat2.html, section 1.3). Reading
   * them changes nothing, not even a file beside it.
   */
  private record Header(ByteBuffer bytes) {
    private static final int LENGTH = 100;
    private static final ByteBuffer MAGIC = StandardCharsets.US_ASCII.encode("SQLite format 3\0");

    static Header of(Path file) throws IOException {
      try (InputStream input = Files.newInputStream(file)) {
        return new Header(ByteBuffer.wrap(input.readNBytes(LENGTH)));
      }
    }

    boolean isWhole() {
      return bytes.limit() == LENGTH;
    }

    boolean isSqlite() {
      return bytes.slice(0, MAGIC.limit()).equals(MAGIC);
    }

    int applicationId() {
      return bytes.getInt(68);
    }

    int userVersion() {
      return bytes.getInt(60);
    }

    /** How many bytes the file has to have, as of the last time the log was copied into it. */
    long size() {
      int pageSize = bytes.getChar(16) == 1 ? 65_536 : bytes.getChar(16);
      return Integer.toUnsignedLong(bytes.getInt(28)) * pageSize;
    }
  }
}
