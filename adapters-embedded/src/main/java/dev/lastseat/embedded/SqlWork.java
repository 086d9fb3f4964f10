package dev.lastseat.embedded;

import java.sql.SQLException;

/**
 * Something to do with a connection. It may be done more than once, so it touches nothing but the
 * database.
 */
interface SqlWork<T> {
  T run(SqlConnection connection) throws SQLException;
}
