package dev.lastseat.bootstrap.architecture;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The module table of docs/architecture.md, with what each row allows in packages. */
final class ModuleTable {
  private static final Pattern PAGE_ROW =
      Pattern.compile(
          "(?m)^\\| `([a-z-]+)` \\| `dev\\.lastseat\\.(\\w+)` \\|[^|]*\\| ([^|]*) \\|$");

  /** Values, texts and times: what has no side effect, knows no thread and no outside world. */
  private static final List<String> PURE =
      List.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.runtime",
          "java.math",
          "java.nio.charset",
          "java.text",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream");

  /** Use cases run side by side, and may share a number without a lock. */
  private static final List<String> PURE_AND_SHARED = and(PURE, "java.util.concurrent.atomic");

  private static final List<String> ALL = List.of("java..", "javax..");

  /**
   * One row.
   *
   * @param folder the Maven module
   * @param module the package below the root
   * @param jdk the packages of the JDK it may use
   * @param mayUse the other modules and the libraries of its main code, as the page names them
   * @param uses the packages of libraries that other modules use too
   * @param drivers the packages of libraries that nobody else may use
   * @param doors the classes below its package, each with those inside it, that other modules may
   *     use; none: all
   */
  record Row(
      String folder,
      String module,
      List<String> jdk,
      List<String> mayUse,
      List<String> uses,
      List<String> drivers,
      List<String> doors) {

    /** The packages that it may use besides its own. */
    String[] packages(HouseRules rules) {
      List<String> all = new ArrayList<>(jdk);
      all.add("org.jspecify.annotations..");
      ROWS.stream()
          .filter(row -> mayUse.contains(row.folder()))
          .forEach(row -> all.add(rules.room(row.module() + (onlyPorts(row) ? ".port" : ""))));
      all.addAll(uses);
      all.addAll(drivers);
      return all.toArray(String[]::new);
    }

    private boolean onlyPorts(Row used) {
      return used.module().equals("application") && !ENTRANCES.contains(module);
    }
  }

  /** Of the application, an engine knows the ports; the use cases are for the entrances. */
  private static final List<String> ENTRANCES = List.of("http", "graphql", "bootstrap");

  /** What the server and the client of Jetty have in common. */
  private static final List<String> JETTY =
      List.of("org.eclipse.jetty.http..", "org.eclipse.jetty.io..", "org.eclipse.jetty.util..");

  private static List<String> and(List<String> some, String... others) {
    return Stream.concat(some.stream(), Stream.of(others)).toList();
  }

  static final List<Row> ROWS =
      List.of(
          row("domain", PURE, List.of(), List.of(), List.of()),
          row("application", PURE_AND_SHARED, List.of("org.slf4j.."), List.of(), List.of()),
          row(
              "embedded",
              ALL,
              List.of(),
              List.of("org.sqlite..", "com.github.benmanes.caffeine.."),
              List.of("EmbeddedAdapters", "memory.InProcessAdapters")),
          row(
              "mongo",
              ALL,
              List.of(),
              List.of("com.mongodb..", "org.bson.."),
              List.of("MongoAdapters")),
          row(
              "redis",
              ALL,
              List.of("com.fasterxml.jackson.."),
              List.of("redis.clients.jedis..", "org.apache.commons.pool2.."),
              List.of("RedisAdapters")),
          row(
              "security",
              ALL,
              List.of(),
              List.of("org.mindrot.jbcrypt..", "com.auth0.jwt.."),
              List.of("SecurityAdapters")),
          row(
              "passkeys",
              ALL,
              List.of(),
              List.of("com.webauthn4j..", "tools.jackson.."),
              List.of("PasskeyAdapters")),
          row(
              "mail",
              ALL,
              List.of("com.samskivert.mustache.."),
              List.of("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus.."),
              List.of("MailAdapters", "Sender", "SmtpServer")),
          row(
              "tickets",
              ALL,
              List.of(),
              List.of("io.nayuki.qrcodegen.."),
              List.of("TicketAdapters")),
          row(
              "webhooks",
              ALL,
              JETTY,
              List.of("org.eclipse.jetty.client.."),
              List.of("WebhookAdapters")),
          row(
              "http",
              ALL,
              and(JETTY, "org.slf4j..", "com.fasterxml.jackson..", "com.samskivert.mustache.."),
              List.of(
                  "io.javalin..",
                  "kotlin..",
                  "org.eclipse.jetty.server..",
                  "org.eclipse.jetty.ee10..",
                  "jakarta.servlet..",
                  "org.yaml.."),
              List.of(
                  "HttpPorts",
                  "HttpServer",
                  "HttpSettings",
                  "PortlessServer",
                  "UnusablePort",
                  "UseCases",
                  "booking.BookingUseCases",
                  "booking.OrderUseCases",
                  "checkin.CheckinUseCases",
                  "event.EventUseCases",
                  "graphql.GraphqlEndpoint",
                  "live.ListenerSettings",
                  "local.Header",
                  "local.LocalRequest",
                  "local.LocalResponse",
                  "passkey.PasskeyUseCases",
                  "payment.PaymentUseCases",
                  "request.RequestSettings",
                  "ticket.TicketUseCases",
                  "user.MailedUseCases",
                  "user.UserUseCases")),
          row(
              "graphql",
              ALL,
              List.of("org.slf4j.."),
              List.of("graphql..", "org.dataloader.."),
              List.of("GraphqlAdapters", "GraphqlSettings", "GraphqlUseCases", "query.Documents")),
          row(
              "metrics",
              ALL,
              List.of(),
              List.of("io.micrometer..", "com.sun.net.httpserver.."),
              List.of("MetricsAdapters")),
          row(
              "tracing",
              ALL,
              List.of("org.slf4j.."),
              List.of("io.opentelemetry.."),
              List.of("TracingAdapters")),
          row(
              "lambda",
              ALL,
              List.of("org.slf4j..", "com.fasterxml.jackson.."),
              List.of("com.amazonaws..", "org.crac.."),
              List.of("LambdaProgram")),
          row("bootstrap", ALL, List.of("org.slf4j.."), List.of("ch.qos.logback.."), List.of("-")));

  static final List<String> MODULES = ROWS.stream().map(Row::module).toList();

  private ModuleTable() {}

  /** With what the page says of the module. */
  private static Row row(
      String module,
      List<String> jdk,
      List<String> uses,
      List<String> drivers,
      List<String> doors) {
    return page()
        .filter(found -> found.group(2).equals(module))
        .map(
            found ->
                new Row(
                    found.group(1),
                    module,
                    jdk,
                    List.of(found.group(3).split(", ")),
                    uses,
                    drivers,
                    doors))
        .findFirst()
        .orElseThrow();
  }

  /** The rows of the page: the folder, the package and what it may use. */
  static Stream<MatchResult> page() {
    try {
      return Project.findings("docs/architecture.md", PAGE_ROW);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
