package dev.lastseat.bootstrap.settings;

import dev.lastseat.application.session.Tokens;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.graphql.Documents;
import dev.lastseat.graphql.GraphqlSettings;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.request.RequestSettings;
import dev.lastseat.mail.Sender;
import dev.lastseat.mail.SmtpServer;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.mongo.MongoAdapters.Lists;
import dev.lastseat.security.SecurityAdapters;
import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything about Lastseat that can be set; {@code .env.example} says what each means.
 *
 * @param publicUrl where its users find it; without a slash at its end
 * @param webhooks what is refused otherwise
 * @param graphql absent: there is none
 * @param misspelt what is set under a name that is almost one of these
 */
public record Settings(
    Path dataDir,
    Servers servers,
    HttpSettings http,
    URI publicUrl,
    Mail mail,
    Allowed webhooks,
    Security security,
    Lifetimes lifetimes,
    Log log,
    Watch watch,
    Optional<GraphqlSettings> graphql,
    Admin admin,
    EphemeralStore ephemeralStore,
    List<String> misspelt) {

  /**
   * The shortest secret that HMAC-SHA-256 is as strong with as it can be (RFC 7518, section 3.2).
   */
  public static final int MIN_SECRET_BYTES = 32;

  private static final int DEFAULT_PORT = 8_080;
  private static final int WORTHWHILE_ROUNDS = 10;
  private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\-\\[\\]:]+");

  /**
   * The servers of databases that it uses instead of what it brings along.
   *
   * @param mongodbUri where the store is; absent: SQLite in the data folder
   * @param redisUrl where instances share what may be forgotten; absent: each remembers for itself
   */
  public record Servers(
      Optional<String> mongodbUri,
      MongoAdapters.Pool pool,
      MongoAdapters.Lists lists,
      Optional<String> redisUrl) {
    @Override
    public String toString() {
      return "Servers[…]";
    }
  }

  /**
   * How mails are sent.
   *
   * @param smtp absent: each is a file in the data folder
   * @param toBuyers whether there are any about bookings, too
   */
  public record Mail(Optional<SmtpServer> smtp, Sender from, boolean toBuyers) {}

  /**
   * Secrets that are absent are generated; with MongoDB they must be there.
   *
   * @param verifiedEmailNeeded whether only those buy whose address is verified
   */
  public record Security(
      Optional<String> jwtSecret,
      Optional<String> jwtRefreshSecret,
      Optional<String> auditKey,
      Duration accessTtl,
      Tokens.Refreshing refreshing,
      int bcryptRounds,
      PasswordRules passwords,
      boolean verifiedEmailNeeded) {
    @Override
    public String toString() {
      return "Security[…]";
    }
  }

  /**
   * How long things last.
   *
   * @param seal the least time between two checkpoints of the facts
   */
  public record Lifetimes(Duration hold, Duration idempotency, Duration seal) {}

  public record Log(Format format, Level level) {
    /** Also for what is said before the settings are read. */
    public static final Log DEFAULT = new Log(Format.JSON, Level.INFO);

    public enum Format {
      JSON,
      TEXT
    }

    public enum Level {
      ERROR,
      WARN,
      INFO,
      DEBUG
    }
  }

  /**
   * Who watches the program.
   *
   * @param metricsPort where figures can be read; absent: nowhere; 0 for any free one
   * @param tracesEndpoint where traces are sent; absent: nowhere
   */
  public record Watch(
      Optional<Integer> metricsPort, String metricsHost, Optional<String> tracesEndpoint) {}

  /**
   * The first admin of an empty store.
   *
   * @param email absent: admin@lastseat.local
   * @param password absent: one that is made up
   */
  public record Admin(Optional<Email> email, Optional<Password> password) {}

  /** Whether the embedded store may stand on a disk that is lost with the machine. */
  public enum EphemeralStore {
    REFUSED,
    ALLOWED
  }

  /**
   * Reads them all.
   *
   * @throws BadSettings when any cannot be read
   */
  public static Settings from(Map<String, String> variables) {
    Environment env = new Environment(variables);
    HttpSettings http = http(env);
    PasswordRules passwords = passwords(env);
    Settings settings =
        new Settings(
            env.parsed("DATA_DIR", Path.of("data"), "must be a folder", Path::of),
            servers(env),
            http,
            publicUrl(env, http.listen().port()),
            mail(env),
            new Allowed(on(env, "WEBHOOKS_ALLOW_HTTP"), on(env, "WEBHOOKS_ALLOW_PRIVATE")),
            security(env, passwords),
            new Lifetimes(
                env.duration("HOLD_TTL", Duration.ofMinutes(15)),
                env.duration("IDEMPOTENCY_TTL", Duration.ofHours(24)),
                env.duration("SEAL_INTERVAL", Duration.ofSeconds(10))),
            new Log(
                env.choice("LOG_FORMAT", Log.DEFAULT.format()),
                env.choice("LOG_LEVEL", Log.DEFAULT.level())),
            new Watch(
                env.integer("METRICS_PORT", 0, 65_535),
                env.text("METRICS_HOST").orElse("127.0.0.1"),
                env.text("OTEL_EXPORTER_OTLP_ENDPOINT")),
            graphql(env),
            admin(env, passwords),
            env.choice("EPHEMERAL_STORE", EphemeralStore.REFUSED),
            env.misspelt());
    env.requireGood();
    return settings;
  }

  /** What can be used, but may not be what was meant; a sentence each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(misspelt);
    int rounds = security.bcryptRounds();
    if (rounds < WORTHWHILE_ROUNDS) {
      warnings.add(
          "BCRYPT_ROUNDS is %d: under %d, stolen password hashes are cheap to guess; for tests only"
              .formatted(rounds, WORTHWHILE_ROUNDS));
    }
    if (servers.mongodbUri().isPresent() && servers.redisUrl().isEmpty()) {
      warnings.add(
          "MONGODB_URI without REDIS_URL is for one instance: several need one Redis that they"
              + " share");
    }
    if (webhooks.privateAddresses()) {
      warnings.add(
          "WEBHOOKS_ALLOW_PRIVATE is on: organisers can have messages sent into your own network;"
              + " for tests only");
    }
    return warnings;
  }

  private static Servers servers(Environment env) {
    int min = env.integer("MONGO_POOL_MIN", 2, 0, 1_000);
    int max = env.integer("MONGO_POOL_MAX", 10, 1, 1_000);
    if (min > max) {
      env.problem(
          "MONGO_POOL_MIN is %d: must not be more than MONGO_POOL_MAX, which is %d"
              .formatted(min, max));
    }
    return new Servers(
        env.text("MONGODB_URI"),
        new MongoAdapters.Pool(min, max),
        lists(env),
        env.text("REDIS_URL"));
  }

  private static Lists lists(Environment env) {
    Duration staleness = env.duration("MONGO_MAX_STALENESS", Lists.MIN_STALENESS);
    if (staleness.compareTo(Lists.MIN_STALENESS) < 0) {
      env.problem(
          "MONGO_MAX_STALENESS is %ds: must be %ds or more"
              .formatted(staleness.toSeconds(), Lists.MIN_STALENESS.toSeconds()));
    }
    String expected = "must be one of primary, nearest, secondaryPreferred";
    return new Lists(
        env.parsed("MONGO_READS", Lists.From.PRIMARY, expected, Lists.From::of), staleness);
  }

  private static HttpSettings http(Environment env) {
    return new HttpSettings(
        new HttpSettings.Listen(env.text("HOST"), env.integer("PORT", DEFAULT_PORT, 0, 65_535)),
        new HttpSettings.Connections(
            env.integer("MAX_CONNECTIONS", 8_000, 1, 1_000_000),
            env.integer("MIN_DATA_RATE", 100, 0, 1_000_000),
            HttpSettings.Connections.PATIENCE),
        new RequestSettings(
            env.list("CORS_ORIGINS", ORIGIN, "must be exact origins such as https://example.com"),
            new RequestSettings.Clients(
                env.integer("TRUSTED_PROXIES", 0, 0, 16), env.integer("IPV6_PREFIX", 64, 1, 128)),
            new RequestSettings.Limits(
                env.integer("RATE_LIMIT_REQUESTS", 100, 1, 1_000_000_000),
                env.integer("API_KEY_RATE_LIMIT_REQUESTS", 1_000, 1, 1_000_000_000),
                env.integer("AUTH_RATE_LIMIT_REQUESTS", 10, 1, 1_000_000_000),
                env.duration("RATE_LIMIT_WINDOW", Duration.ofMinutes(15)))),
        env.duration("AVAILABILITY_TTL", Duration.ofSeconds(5)));
  }

  private static URI publicUrl(Environment env, int port) {
    return env.parsed(
        "PUBLIC_URL",
        URI.create("http://localhost:" + port),
        "must be the address of a shop, such as https://shop.example.com",
        value -> publicUrl(URI.create(value.replaceFirst("/$", ""))));
  }

  private static URI publicUrl(URI url) {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw new IllegalArgumentException();
    }
    return url;
  }

  private static Mail mail(Environment env) {
    Optional<String> url = env.secret("SMTP_URL", 0);
    Sender from =
        env.parsed(
            "MAIL_FROM",
            new Sender("Lastseat <lastseat@localhost>"),
            "must be an address such as tickets@example.com or Lastseat <tickets@example.com>",
            Sender::new);
    if (url.isPresent() && env.text("MAIL_FROM").isEmpty()) {
      env.problem("MAIL_FROM is not set: with SMTP_URL it must be, such as tickets@example.com");
    }
    Switch usual = url.isPresent() ? Switch.ON : Switch.OFF;
    boolean toBuyers = env.choice("BOOKING_MAILS", usual) == Switch.ON;
    try {
      return new Mail(url.map(String::strip).map(SmtpServer::of), from, toBuyers);
    } catch (IllegalArgumentException bad) {
      env.problem(
          "SMTP_URL (value not shown): must be like smtp://user:password@mail.example.com:587 or"
              + " smtps://user:password@mail.example.com:465");
      return new Mail(Optional.empty(), from, toBuyers);
    }
  }

  private static Security security(Environment env, PasswordRules passwords) {
    return new Security(
        secret(env, "JWT_SECRET"),
        secret(env, "JWT_REFRESH_SECRET"),
        env.secret("AUDIT_KEY", MIN_SECRET_BYTES),
        env.duration("JWT_ACCESS_TTL", Duration.ofMinutes(15)),
        new Tokens.Refreshing(
            env.duration("JWT_REFRESH_TTL", Duration.ofDays(7)),
            env.duration("REFRESH_OVERLAP", Duration.ofSeconds(30)),
            env.duration("SESSION_TTL", Duration.ofDays(30))),
        env.integer("BCRYPT_ROUNDS", 10, 4, 16),
        passwords,
        on(env, "VERIFIED_EMAIL_NEEDED"));
  }

  private static Optional<String> secret(Environment env, String name) {
    Optional<String> secret = env.secret(name, MIN_SECRET_BYTES);
    if (secret.isEmpty() && env.text("MONGODB_URI").isPresent()) {
      env.problem(name + " is not set: with MONGODB_URI it must be, the same on every instance");
    }
    return secret;
  }

  private enum Switch {
    OFF,
    ON
  }

  private static boolean on(Environment env, String name) {
    return env.choice(name, Switch.OFF) == Switch.ON;
  }

  private static Optional<GraphqlSettings> graphql(Environment env) {
    GraphqlSettings graphql =
        new GraphqlSettings(
            on(env, "GRAPHQL_INTROSPECTION"),
            env.parsed(
                "GRAPHQL_DOCUMENTS",
                Optional.empty(),
                "must be a folder with files *.graphql",
                folder -> Optional.of(Documents.in(Path.of(folder)))));
    return on(env, "GRAPHQL") ? Optional.of(graphql) : Optional.empty();
  }

  private static PasswordRules passwords(Environment env) {
    return new PasswordRules(
        env.integer("PASSWORD_MIN", Password.MIN, Password.MIN, PasswordRules.MAX_MIN),
        SecurityAdapters.commonPasswords());
  }

  private static Admin admin(Environment env, PasswordRules passwords) {
    Optional<Email> email =
        env.parsed(
            "ADMIN_EMAIL",
            Optional.empty(),
            "must be an e-mail address",
            value -> Optional.of(new Email(value)));
    try {
      Optional<Password> password = env.secret("ADMIN_PASSWORD", 0).map(Password::new);
      password.ifPresent(chosen -> passwords.check("ADMIN_PASSWORD", chosen));
      return new Admin(email, password);
    } catch (InvalidValue bad) {
      env.problem("ADMIN_PASSWORD (value not shown): " + bad.requirement());
      return new Admin(email, Optional.empty());
    }
  }
}
