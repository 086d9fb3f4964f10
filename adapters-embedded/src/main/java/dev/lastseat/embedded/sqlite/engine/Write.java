package dev.lastseat.embedded.sqlite.engine;

import java.sql.SQLException;

/**
 * Changes the store inside a transaction and says what came of it. May run twice, when the
 * transaction it ran in first had to be rolled back; so it must have no other effects.
 */
public interface Write<T> {
  T in(Transaction transaction) throws SQLException;
}
