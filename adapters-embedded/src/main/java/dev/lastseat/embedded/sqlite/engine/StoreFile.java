package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/**
 * The store file: made when there is none, refused when it is not one of ours. A new one is made
 * beside its place and moved there when it is complete, so that a file in that place was complete
 * once, and anything less is damage.
 *
 * @param scripts the schema, numbered from 1; {@code user_version} of the file says which was the
 *     last one applied
 */
record StoreFile(Path file, List<String> scripts) {
  /** Scripts that were released are never changed; a new version is a new script. */
  static final List<String> SCRIPTS = List.of("V1.sql");

  static final String SCHEMA_VERSION = "pragma user_version";

  /** {@code application_id} of the files of Lastseat: "Seat". */
  static final int APPLICATION_ID = 0x53656174;

  /** Opens it for writing, with the newest schema. */
  SqlConnection open() {
    try {
      if (Files.exists(file)) {
        new StoreCheck(file, scripts.size()).run();
      } else {
        create();
      }
      return migrated();
    } catch (IOException | SQLException failure) {
      throw new UnusableStore(file, "cannot be opened: " + failure.getMessage(), failure);
    }
  }

  private void create() throws IOException, SQLException {
    requireNoLog();
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
    try (SqlConnection store = new Connections(draft).builder()) {
      store.runScript("pragma application_id = " + APPLICATION_ID);
      migrate(store);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** SQLite would play the log of a lost file into the new one. */
  private void requireNoLog() throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new UnusableStore(file, "is missing, but its log %s is there".formatted(log));
    }
  }

  private SqlConnection migrated() throws IOException, SQLException {
    SqlConnection store = new Connections(file).writer();
    try {
      migrate(store);
      return store;
    } catch (IOException | SQLException failure) {
      store.close();
      throw failure;
    }
  }

  /** Applies each script that was not yet, in a transaction of its own. */
  void migrate(SqlConnection store) throws IOException, SQLException {
    int version = Math.toIntExact(store.number(SCHEMA_VERSION));
    for (int next = version; next < scripts.size(); next++) {
      store.runScript(
          "begin immediate;\n%s\npragma user_version = %d;\ncommit;"
              .formatted(script(scripts.get(next)), next + 1));
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream script = StoreFile.class.getResourceAsStream("schema/" + name)) {
      if (script == null) {
        throw new IllegalStateException("the script " + name + " is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
