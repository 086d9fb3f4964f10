package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The only instance, on the embedded store. */
class EmbeddedCrashTest extends CrashContract {
  @Override
  Fleet fleet(Path folder) {
    return new Fleet(1, Map.of(), folder);
  }

  @Override
  int kills() {
    return 20;
  }

  @Override
  void assertSound(Path folder) throws SQLException {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("lastseat.db"));
        Statement statement = file.createStatement();
        ResultSet result = statement.executeQuery("pragma integrity_check")) {
      assertThat(result.getString(1)).isEqualTo("ok");
    }
  }
}
