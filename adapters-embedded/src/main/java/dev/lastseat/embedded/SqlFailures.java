package dev.lastseat.embedded;

import dev.lastseat.domain.port.StoreUnavailable;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of SQLite means to the rest of the program. */
final class SqlFailures {
  private SqlFailures() {}

  /**
   * A store that is full, busy or broken is unavailable; anything else is a mistake in this module.
   */
  static RuntimeException translate(SQLException failure) {
    if (failure instanceof SQLiteException sqlite) {
      // The low byte is the primary result code (https://www.sqlite.org/rescode.html).
      SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
      return switch (code) {
        case SQLITE_FULL -> new StoreUnavailable("the disk is full", failure);
        case SQLITE_CORRUPT, SQLITE_NOTADB ->
            new StoreUnavailable("the database file is damaged", failure);
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN ->
            new StoreUnavailable("the database file cannot be used: " + code, failure);
        default -> new IllegalStateException(failure);
      };
    }
    return new StoreUnavailable("the database is closed", failure);
  }
}
