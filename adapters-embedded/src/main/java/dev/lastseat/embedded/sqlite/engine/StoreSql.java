package dev.lastseat.embedded.sqlite.engine;

/** Transactions, the pulse, and what a file says of itself. */
public enum StoreSql implements Sql {
  BEGIN_WRITE("begin immediate"),
  BEGIN_READ("begin"),
  COMMIT("commit"),
  BEAT(
      """
      insert into pulse (id, beat) values (1, ?)
      on conflict (id) do update set beat = excluded.beat
      """),
  FEEL("select beat from pulse where id = 1"),
  SCHEMA_VERSION("pragma user_version"),
  TABLES("select count(*) from sqlite_schema"),
  QUICK_CHECK("pragma quick_check(1)");

  private final String text;

  StoreSql(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
