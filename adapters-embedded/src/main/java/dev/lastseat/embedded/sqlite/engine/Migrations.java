package dev.lastseat.embedded.sqlite.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * The schema, as scripts that are numbered from 1. {@code user_version} of the file says which was
 * the last one applied; each is applied in a transaction of its own.
 */
record Migrations(List<String> scripts) {
  static final Sql SCHEMA_VERSION = Sql.of("pragma user_version");

  /** Scripts that were released are never changed; a new version is a new script. */
  static final Migrations ALL = new Migrations(List.of("V1.sql"));

  Migrations {
    scripts = List.copyOf(scripts);
  }

  /** The version that a file has after all of them. */
  int latest() {
    return scripts.size();
  }

  void applyTo(SqlConnection store) throws SQLException {
    int version = Math.toIntExact(store.number(SCHEMA_VERSION));
    for (int next = version; next < latest(); next++) {
      store.runScript(
          "begin immediate;\n%s\npragma user_version = %d;\ncommit;"
              .formatted(script(scripts.get(next)), next + 1));
    }
  }

  private static String script(String name) {
    try (InputStream script = Migrations.class.getResourceAsStream("schema/" + name)) {
      if (script == null) {
        throw new IllegalStateException("the script " + name + " is missing");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IllegalStateException("the script " + name + " cannot be read", failure);
    }
  }
}
