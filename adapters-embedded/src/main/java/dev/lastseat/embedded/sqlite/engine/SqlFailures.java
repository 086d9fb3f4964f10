package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.StoreUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;

/** Turns the driver's exceptions into those of the ports, which name the file. */
record SqlFailures(Path file) {

  /**
   * Most failures are the file's or the disk's, and may pass (https://sqlite.org/rescode.html). A
   * statement that is wrong or breaks a constraint is the program's own fault, and so is what the
   * driver refuses without asking SQLite.
   */
  RuntimeException of(SQLException failure) {
    return switch (failure.getErrorCode() & 0xff) {
      case 0, 1, 12, 18, 19, 20, 21, 25 ->
          new IllegalStateException("statement failed: " + failure.getMessage(), failure);
      default -> new StoreUnavailable(file + ": " + failure.getMessage(), failure);
    };
  }

  StoreUnavailable closed() {
    return new StoreUnavailable(file + " is closed");
  }

  /** What was done of the write, if anything, is not known. */
  StoreUnavailable unknown(Throwable failure) {
    return new StoreUnavailable(file + ": the write was cut short: " + failure, failure);
  }

  StoreUnavailable tooSlow(String what) {
    return new StoreUnavailable(file + ": " + what);
  }
}
