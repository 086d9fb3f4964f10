package dev.lastseat.embedded.sqlite.engine;

/**
 * A statement. Values are bound, never pasted.
 *
 * @param kept whether each connection keeps it prepared; of composed ones there are too many
 */
public record Sql(String text, boolean kept) {
  /** One that is written down as a constant; a test looks at the plan of every such constant. */
  public static Sql of(String text) {
    return new Sql(text, true);
  }

  /** A search, put together from what the query asks for. */
  public static Sql composed(String text) {
    return new Sql(text, false);
  }
}
