package dev.lastseat.bootstrap.architecture;

import java.util.ArrayList;
import java.util.List;

/** The module table of docs/architecture.md. */
final class ModuleTable {
  /**
   * One row.
   *
   * @param module the package below the root
   * @param modules the other modules it may use
   * @param shared libraries that other modules use too
   * @param drivers libraries that nobody else may use
   */
  record Row(String module, List<String> modules, List<String> shared, List<String> drivers) {
    String[] mayUse(HouseRules rules) {
      List<String> all = new ArrayList<>(modules.stream().map(rules::room).toList());
      all.addAll(shared);
      all.addAll(drivers);
      return all.toArray(String[]::new);
    }
  }

  static final List<Row> ROWS =
      List.of(
          new Row("domain", List.of(), List.of(), List.of()),
          new Row("application", List.of("domain"), List.of("org.slf4j.."), List.of()),
          new Row(
              "embedded",
              List.of("domain"),
              List.of(),
              List.of("org.sqlite..", "com.github.benmanes.caffeine..")),
          new Row("mongo", List.of("domain"), List.of(), List.of("com.mongodb..", "org.bson..")),
          new Row(
              "redis",
              List.of("domain"),
              List.of("com.fasterxml.jackson.."),
              List.of("redis.clients.jedis..", "org.apache.commons.pool2..")),
          new Row(
              "security",
              List.of("domain"),
              List.of(),
              List.of("org.mindrot.jbcrypt..", "com.auth0.jwt..")),
          new Row(
              "http",
              List.of("application", "domain"),
              List.of("org.slf4j..", "com.fasterxml.jackson.."),
              List.of(
                  "io.javalin..",
                  "kotlin..",
                  "org.eclipse.jetty..",
                  "jakarta..",
                  "org.hibernate.validator..")),
          new Row(
              "bootstrap",
              List.of("domain", "application", "embedded", "mongo", "redis", "security", "http"),
              List.of("org.slf4j.."),
              List.of("ch.qos.logback..")));

  static final List<String> MODULES = ROWS.stream().map(Row::module).toList();

  private ModuleTable() {}
}
