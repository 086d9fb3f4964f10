package dev.lastseat.bootstrap.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The module table of docs/architecture.md. */
final class ModuleTable {
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
          new Row("domain", "domain", PURE, List.of("jspecify"), List.of(), List.of(), List.of()),
          new Row(
              "application",
              "application",
              PURE_AND_SHARED,
              List.of("domain", "slf4j-api"),
              List.of("org.slf4j.."),
              List.of(),
              List.of()),
          new Row(
              "adapters-embedded",
              "embedded",
              ALL,
              List.of("application", "domain", "sqlite-jdbc", "caffeine"),
              List.of(),
              List.of("org.sqlite..", "com.github.benmanes.caffeine.."),
              List.of("EmbeddedAdapters", "memory.InProcessAdapters")),
          new Row(
              "adapters-mongo",
              "mongo",
              ALL,
              List.of("application", "domain", "mongodb-driver-sync"),
              List.of(),
              List.of("com.mongodb..", "org.bson.."),
              List.of("MongoAdapters")),
          new Row(
              "adapters-redis",
              "redis",
              ALL,
              List.of(
                  "application",
                  "domain",
                  "jedis",
                  "jackson-databind",
                  "jackson-datatype-jdk8",
                  "jackson-datatype-jsr310"),
              List.of("com.fasterxml.jackson.."),
              List.of("redis.clients.jedis..", "org.apache.commons.pool2.."),
              List.of("RedisAdapters")),
          new Row(
              "adapters-security",
              "security",
              ALL,
              List.of("domain", "jbcrypt", "java-jwt"),
              List.of(),
              List.of("org.mindrot.jbcrypt..", "com.auth0.jwt.."),
              List.of("SecurityAdapters")),
          new Row(
              "adapters-passkeys",
              "passkeys",
              ALL,
              List.of("domain", "webauthn4j-core"),
              List.of(),
              List.of("com.webauthn4j..", "tools.jackson.."),
              List.of("PasskeyAdapters")),
          new Row(
              "adapters-mail",
              "mail",
              ALL,
              List.of("domain", "angus-mail", "jmustache"),
              List.of("com.samskivert.mustache.."),
              List.of("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus.."),
              List.of("MailAdapters", "Sender", "SmtpServer")),
          new Row(
              "adapters-tickets",
              "tickets",
              ALL,
              List.of("domain", "qrcodegen"),
              List.of(),
              List.of("io.nayuki.qrcodegen.."),
              List.of("TicketAdapters")),
          new Row(
              "adapters-webhooks",
              "webhooks",
              ALL,
              List.of("domain", "jetty-client"),
              JETTY,
              List.of("org.eclipse.jetty.client.."),
              List.of("WebhookAdapters")),
          new Row(
              "adapters-http",
              "http",
              ALL,
              List.of(
                  "application",
                  "domain",
                  "javalin",
                  "jackson-databind",
                  "jmustache",
                  "swagger-ui",
                  "snakeyaml",
                  "slf4j-api"),
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
                  "apikey.ApiKeyUseCases",
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
                  "user.DirectoryUseCases",
                  "user.MailedUseCases",
                  "user.UserUseCases",
                  "webhook.WebhookUseCases")),
          new Row(
              "adapters-graphql",
              "graphql",
              ALL,
              List.of("application", "domain", "graphql-java", "slf4j-api"),
              List.of("org.slf4j.."),
              List.of("graphql..", "org.dataloader.."),
              List.of("GraphqlAdapters", "GraphqlSettings", "GraphqlUseCases", "query.Documents")),
          new Row(
              "adapters-metrics",
              "metrics",
              ALL,
              List.of(
                  "application",
                  "domain",
                  "micrometer-registry-prometheus",
                  "prometheus-metrics-exposition-textformats"),
              List.of(),
              List.of("io.micrometer..", "com.sun.net.httpserver.."),
              List.of("MetricsAdapters")),
          new Row(
              "adapters-tracing",
              "tracing",
              ALL,
              List.of(
                  "application",
                  "opentelemetry-api",
                  "opentelemetry-sdk-extension-autoconfigure",
                  "opentelemetry-exporter-otlp",
                  "opentelemetry-exporter-sender-jdk",
                  "slf4j-api"),
              List.of("org.slf4j.."),
              List.of("io.opentelemetry.."),
              List.of("TracingAdapters")),
          new Row(
              "adapters-lambda",
              "lambda",
              ALL,
              List.of(
                  "adapters-http", "aws-lambda-java-core", "crac", "jackson-databind", "slf4j-api"),
              List.of("org.slf4j..", "com.fasterxml.jackson.."),
              List.of("com.amazonaws..", "org.crac.."),
              List.of("LambdaProgram")),
          new Row(
              "bootstrap",
              "bootstrap",
              ALL,
              List.of(
                  "domain",
                  "application",
                  "adapters-embedded",
                  "adapters-mongo",
                  "adapters-redis",
                  "adapters-security",
                  "adapters-passkeys",
                  "adapters-mail",
                  "adapters-tickets",
                  "adapters-webhooks",
                  "adapters-http",
                  "adapters-graphql",
                  "adapters-metrics",
                  "adapters-tracing",
                  "adapters-lambda",
                  "slf4j-api",
                  "slf4j-jdk-platform-logging",
                  "logback-classic"),
              List.of("org.slf4j.."),
              List.of("ch.qos.logback.."),
              List.of("-")));

  static final List<String> MODULES = ROWS.stream().map(Row::module).toList();

  private ModuleTable() {}
}
