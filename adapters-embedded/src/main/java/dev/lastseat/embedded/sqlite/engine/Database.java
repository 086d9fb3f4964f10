package dev.lastseat.embedded.sqlite.engine;

import java.nio.file.Path;

/** The open file: readers, the one writer, and the lock that keeps other processes out. */
public final class Database implements AutoCloseable {
  private final DataFolder folder;
  private final Readers readers;
  private final Writer writer;

  private Database(DataFolder folder, SqlConnection connection) {
    Connections connections = new Connections(folder.store());
    this.folder = folder;
    this.readers = new Readers(connections);
    this.writer =
        new Writer(new GroupCommit(connections, connection), new SqlFailures(folder.store()));
  }

  public static Database open(Path dataDir) {
    DataFolder folder = DataFolder.open(dataDir);
    try {
      return new Database(folder, new StoreFile(folder.store(), Migrations.ALL).open());
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  Path file() {
    return folder.store();
  }

  public Readers readers() {
    return readers;
  }

  public Writer writer() {
    return writer;
  }

  /** The writer goes last: whoever is last copies the log into the file and takes it away. */
  @Override
  public void close() {
    try (folder;
        writer;
        readers) {
      // Closed in the opposite order.
    }
  }
}
