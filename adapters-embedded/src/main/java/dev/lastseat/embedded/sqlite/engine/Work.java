package dev.lastseat.embedded.sqlite.engine;

import java.sql.SQLException;

/**
 * What somebody wants done in the store, on a thread that may. A write may run twice, when the
 * transaction it ran in first had to be rolled back; so it must have no effects elsewhere.
 *
 * @param <S> a connection for a read, a {@link Transaction} for a write
 */
@FunctionalInterface
public interface Work<S, T> {
  T in(S store) throws SQLException;
}
