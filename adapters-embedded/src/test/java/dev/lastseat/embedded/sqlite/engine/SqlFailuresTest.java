package dev.lastseat.embedded.sqlite.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.StoreUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;

/** Whose fault a failure is. */
class SqlFailuresTest {
  private final SqlFailures failures = new SqlFailures(Path.of("lastseat.db"));

  @ParameterizedTest
  @ValueSource(strings = {"SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN"})
  void what_may_pass_is_the_stores(String code) {
    assertThat(failures.of(coded(SQLiteErrorCode.valueOf(code).code)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("lastseat.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE"})
  void what_never_passes_is_the_programs(String code) {
    assertThat(failures.of(coded(SQLiteErrorCode.valueOf(code).code)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_the_driver_refuses_by_itself_is_the_programs() {
    assertThat(failures.of(new SQLException("no such column: 'id'")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static SQLException coded(int code) {
    return new SQLException("wrong", null, code);
  }
}
