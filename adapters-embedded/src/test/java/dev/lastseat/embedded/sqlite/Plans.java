package dev.lastseat.embedded.sqlite;

import dev.lastseat.application.port.Observer;
import dev.lastseat.embedded.sqlite.engine.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Explains statements on an empty store. */
abstract class Plans {
  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder, Observer.NOBODY);
  }

  @AfterEach
  void close() {
    database.close();
  }

  final List<String> plan(String statement) {
    String explain = "explain query plan " + statement;
    return database.read(store -> store.list(explain, row -> row.text("detail")));
  }
}
