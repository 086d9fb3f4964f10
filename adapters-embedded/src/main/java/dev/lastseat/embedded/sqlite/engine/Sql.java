package dev.lastseat.embedded.sqlite.engine;

/**
 * A statement, by name. There is no other way to one, so a test can hold every plan of every name
 * against the rule that nothing scans a table.
 */
public interface Sql {
  String text();

  /** A search, put together from what the query asks for. Values are always bound, never pasted. */
  record Composed(String text) implements Sql {}
}
