package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.application.port.Health;
import java.time.Clock;

/** Writes one small row through the queue to the disk, and reads it on a connection for reads. */
public record SqliteHealth(Readers readers, Writer writer, Clock clock) implements Health {
  private static final Sql BEAT =
      Sql.of(
          """
          insert into pulse (id, beat) values (1, ?)
          on conflict (id) do update set beat = excluded.beat
          """);
  private static final Sql FEEL = Sql.of("select beat from pulse where id = 1");

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
    writer.run(transaction -> transaction.connection().update(BEAT, clock.millis()));
    long beat = readers.read(store -> store.number(FEEL));
    if (beat == 0) {
      throw new IllegalStateException("the store does not show what was written");
    }
  }
}
