package dev.lastseat.embedded;

import java.sql.SQLException;
import org.sqlite.Function;

/**
 * {@code search_words(name, venue)}: what {@link EventColumns} stores, for scripts of the schema.
 */
final class WordsFunction extends Function {
  static final String NAME = "search_words";

  @Override
  protected void xFunc() throws SQLException {
    result(EventColumns.words(value_text(0), value_text(1)));
  }
}
