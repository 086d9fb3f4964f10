package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.application.port.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/**
 * Reads the file, and writes to it only when in doubt: as long as the writes of others succeed and
 * there is room, they are proof enough, and none of them should wait for one that proves the same.
 */
public record SqliteHealth(Database database, Clock clock) implements Health {
  private static final String READ = "select exists (select 1 from pulse where id = 1)";
  private static final String BEAT =
      """
      insert into pulse (id, beat) values (1, ?)
      on conflict (id) do update set beat = excluded.beat
      """;

  /** With less of it the next write may be the one that does not fit. */
  private static final long ROOM_BYTES = 4L * 1024 * 1024;

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean essential() {
    return true;
  }

  @Override
  public void check() {
    database.read(store -> store.number(READ));
    if (database.writer().isInTrouble() || isNearlyFull()) {
      database.write(transaction -> transaction.connection().update(BEAT, clock.millis()));
    }
  }

  private boolean isNearlyFull() {
    try {
      return Files.getFileStore(database.file()).getUsableSpace() < ROOM_BYTES;
    } catch (IOException unknown) {
      return true;
    }
  }
}
