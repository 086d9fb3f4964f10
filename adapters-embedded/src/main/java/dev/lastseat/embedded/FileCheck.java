package dev.lastseat.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * Whether a file is a sound database of Lastseat, found out without changing a byte of it. The
 * header is that of https://www.sqlite.org/fileformat2.html, section 1.3.
 */
final class FileCheck {
  /** "Seat" in ASCII: what marks a file as Lastseat's. */
  static final int APPLICATION_ID = 0x53656174;

  /** Larger files are checked by their header only, so that the start stays quick. */
  private static final long CHECKED_WHOLE = 256L << 20;

  private static final String MAGIC = "SQLite format 3\0";
  private static final int HEADER = 100;
  private static final int PAGE_SIZE_AT = 16;
  private static final int PAGES_AT = 28;
  private static final int APPLICATION_ID_AT = 68;

  private FileCheck() {}

  /** Returns when the file is ours, or is not there yet. */
  static void requireOurs(Path file) throws IOException, SQLException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    ByteBuffer header = header(file);
    if (header.getInt(APPLICATION_ID_AT) != APPLICATION_ID) {
      throw new UnusableStore(file, "is a database of another program, not of Lastseat");
    }
    requireWhole(file, header);
    if (Files.size(file) <= CHECKED_WHOLE) {
      requireSound(file);
    }
  }

  private static ByteBuffer header(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] header = bytes.readNBytes(HEADER);
      boolean sqlite =
          header.length == HEADER
              && new String(header, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
      if (!sqlite) {
        throw new UnusableStore(file, "is damaged, or no SQLite database at all");
      }
      return ByteBuffer.wrap(header);
    }
  }

  /** While there is a write-ahead log, the file itself may lag behind its header. */
  private static void requireWhole(Path file, ByteBuffer header) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
    long expected = Integer.toUnsignedLong(header.getInt(PAGES_AT)) * (size == 1 ? 65_536 : size);
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    if (!logged && Files.size(file) < expected) {
      throw new UnusableStore(
          file,
          "is damaged: %d bytes are missing at its end".formatted(expected - Files.size(file)));
    }
  }

  private static void requireSound(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (SqlConnection connection =
        new SqlConnection(config.createConnection("jdbc:sqlite:" + file))) {
      String verdict =
          connection.first("pragma quick_check(1)", row -> row.getString(1)).orElse("no answer");
      if (!verdict.equals("ok")) {
        throw new UnusableStore(file, "is damaged: " + verdict.replace('\n', ' '));
      }
    }
  }
}
