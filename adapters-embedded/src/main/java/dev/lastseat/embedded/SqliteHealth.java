package dev.lastseat.embedded;

import dev.lastseat.domain.port.Health;

/** Whether the SQLite file can be read and its writer is at work. */
final class SqliteHealth implements Health {
  private final Database database;

  SqliteHealth(Database database) {
    this.database = database;
  }

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
    database.read(connection -> connection.number("select count(*) from sqlite_schema"));
    database.write(connection -> connection.number("select 1"));
  }
}
