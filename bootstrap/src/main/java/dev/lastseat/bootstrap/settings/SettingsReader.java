package dev.lastseat.bootstrap.settings;

import dev.lastseat.application.payment.ProviderSecret;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.graphql.GraphqlSettings;
import dev.lastseat.graphql.query.Documents;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.mail.Sender;
import dev.lastseat.mail.SmtpServer;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.mongo.MongoAdapters.Lists;
import dev.lastseat.security.SecurityAdapters;
import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the settings of an environment, each with its default and its bounds. */
record SettingsReader(Environment env) {
  /** All of them; what cannot be read is told all at once. */
  Settings read() {
    HttpReader web = new HttpReader(env);
    HttpSettings http = web.read();
    PasswordRules passwords = passwords();
    Settings settings =
        new Settings(
            env.parsed(
                "DATA_DIR",
                Path.of("data"),
                "must be a folder, whose letters are in the locale (LC_ALL=C.UTF-8)",
                Path::of),
            servers(),
            http,
            web.publicUrl(http.listen().port()),
            mail(),
            new Allowed(on("WEBHOOKS_ALLOW_HTTP"), on("WEBHOOKS_ALLOW_PRIVATE")),
            security(passwords),
            new Settings.Lifetimes(
                env.duration("HOLD_TTL", Duration.ofMinutes(15)),
                env.duration("HOLD_MAX", Duration.ofHours(24)),
                new HoldPatience(
                    env.integer(
                        "EXPIRED_HOLDS", HoldPatience.DEFAULT_FREE, 0, HoldPatience.MAX_FREE)),
                env.retention("HOLD_RETENTION", Duration.ofDays(30), Duration.ofDays(1)),
                env.duration("IDEMPOTENCY_TTL", Duration.ofHours(24)),
                env.duration("SEAL_INTERVAL", Duration.ofSeconds(10))),
            new Settings.Log(
                env.choice("LOG_FORMAT", Settings.Log.DEFAULT.format()),
                env.choice("LOG_LEVEL", Settings.Log.DEFAULT.level())),
            watch(http.listen().port()),
            graphql(),
            admin(passwords),
            env.choice("EPHEMERAL_STORE", Settings.EphemeralStore.REFUSED),
            env.misspelt());
    env.requireGood();
    return settings;
  }

  private Settings.Servers servers() {
    int min = env.integer("MONGO_POOL_MIN", 2, 0, 1_000);
    int max = env.integer("MONGO_POOL_MAX", 10, 1, 1_000);
    if (min > max) {
      env.problem(
          "MONGO_POOL_MIN is %d: must not be more than MONGO_POOL_MAX, which is %d"
              .formatted(min, max));
    }
    return new Settings.Servers(
        env.text("MONGODB_URI"), new MongoAdapters.Pool(min, max), lists(), env.text("REDIS_URL"));
  }

  private Lists lists() {
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

  private Settings.Mail mail() {
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
      return new Settings.Mail(url.map(String::strip).map(SmtpServer::of), from, toBuyers);
    } catch (IllegalArgumentException bad) {
      env.problem(
          "SMTP_URL (value not shown): must be like smtp://user:password@mail.example.com:587 or"
              + " smtps://user:password@mail.example.com:465");
      return new Settings.Mail(Optional.empty(), from, toBuyers);
    }
  }

  private Settings.Security security(PasswordRules passwords) {
    return new Settings.Security(
        secret("JWT_SECRET"),
        secret("JWT_REFRESH_SECRET"),
        env.secret("AUDIT_KEY", Settings.MIN_SECRET_BYTES),
        env.secret("TICKET_KEY", Settings.MIN_SECRET_BYTES),
        env.choice("TICKET_CODES", TicketCodes.Kind.SHORT),
        paymentSecrets(),
        env.duration("JWT_ACCESS_TTL", Duration.ofMinutes(15)),
        new Tokens.Refreshing(
            env.duration("JWT_REFRESH_TTL", Duration.ofDays(7)),
            env.duration("REFRESH_OVERLAP", Duration.ofSeconds(30)),
            env.duration("SESSION_TTL", Duration.ofDays(30))),
        env.integer("BCRYPT_ROUNDS", 10, 4, 16),
        passwords,
        on("VERIFIED_EMAIL_NEEDED"));
  }

  private List<ProviderSecret> paymentSecrets() {
    try {
      return env.text("PAYMENT_SECRETS").stream()
          .flatMap(all -> Arrays.stream(all.split(",")))
          .map(one -> ProviderSecret.parse(one.strip()))
          .toList();
    } catch (IllegalArgumentException bad) {
      env.problem(
          "PAYMENT_SECRETS (value not shown): must be like stripe=whsec_…, with 24 to 64 bytes in"
              + " base64, and several separated by commas");
      return List.of();
    }
  }

  private Optional<String> secret(String name) {
    Optional<String> secret = env.secret(name, Settings.MIN_SECRET_BYTES);
    if (secret.isEmpty() && env.text("MONGODB_URI").isPresent()) {
      env.problem(name + " is not set: with MONGODB_URI it must be, the same on every instance");
    }
    return secret;
  }

  private enum Switch {
    OFF,
    ON
  }

  private boolean on(String name) {
    return env.choice(name, Switch.OFF) == Switch.ON;
  }

  private Settings.Watch watch(int port) {
    Optional<Integer> metrics = env.integer("METRICS_PORT", 0, 65_535);
    if (port > 0 && metrics.equals(Optional.of(port))) {
      env.problem("METRICS_PORT is %d: must be another port than PORT".formatted(port));
    }
    return new Settings.Watch(
        metrics,
        env.text("METRICS_HOST").orElse("127.0.0.1"),
        env.text("OTEL_EXPORTER_OTLP_ENDPOINT"));
  }

  private Optional<GraphqlSettings> graphql() {
    GraphqlSettings graphql =
        new GraphqlSettings(
            on("GRAPHQL_INTROSPECTION"),
            env.parsed(
                "GRAPHQL_DOCUMENTS",
                Optional.empty(),
                "must be a folder with files *.graphql",
                folder -> Optional.of(Documents.in(Path.of(folder)))));
    return on("GRAPHQL") ? Optional.of(graphql) : Optional.empty();
  }

  private PasswordRules passwords() {
    return new PasswordRules(
        env.integer("PASSWORD_MIN", Password.MIN, Password.MIN, PasswordRules.MAX_MIN),
        SecurityAdapters.commonPasswords());
  }

  private Settings.Admin admin(PasswordRules passwords) {
    Optional<Email> email =
        env.parsed(
            "ADMIN_EMAIL",
            Optional.empty(),
            "must be an e-mail address",
            value -> Optional.of(new Email(value)));
    try {
      Optional<Password> password = env.secret("ADMIN_PASSWORD", 0).map(Password::new);
      password.ifPresent(chosen -> passwords.check("ADMIN_PASSWORD", chosen));
      return new Settings.Admin(email, password);
    } catch (InvalidValue bad) {
      env.problem("ADMIN_PASSWORD (value not shown): " + bad.requirement());
      return new Settings.Admin(email, Optional.empty());
    }
  }
}
