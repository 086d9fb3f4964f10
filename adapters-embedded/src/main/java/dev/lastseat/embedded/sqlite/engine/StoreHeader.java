package dev.lastseat.embedded.sqlite.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first bytes of a SQLite file (https://sqlite.org/fileformat2.html, section 1.3). Reading them
 * changes nothing, not even a file beside it.
 */
record StoreHeader(ByteBuffer bytes) {
  private static final int LENGTH = 100;
  private static final ByteBuffer MAGIC = StandardCharsets.US_ASCII.encode("SQLite format 3\0");

  static StoreHeader read(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return new StoreHeader(ByteBuffer.wrap(input.readNBytes(LENGTH)));
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

  /** How long the file is to be, in bytes, as of the last time that the log was copied into it. */
  long size() {
    int pageSize = bytes.getChar(16) == 1 ? 65_536 : bytes.getChar(16);
    return Integer.toUnsignedLong(bytes.getInt(28)) * pageSize;
  }
}
