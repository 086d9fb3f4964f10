package dev.lastseat.bootstrap.settings;

import dev.lastseat.application.payment.ProviderSecret;
import dev.lastseat.application.session.Tokens;
import dev.lastseat.application.ticket.TicketCodes;
import dev.lastseat.domain.policy.HoldPatience;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.graphql.GraphqlSettings;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.mail.Sender;
import dev.lastseat.mail.SmtpServer;
import dev.lastseat.mongo.MongoAdapters;
import dev.lastseat.webhooks.WebhookAdapters.Allowed;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private static final int WORTHWHILE_ROUNDS = 10;

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
   * @param paymentSecrets what providers sign their events of payments with
   * @param verifiedEmailNeeded whether only those buy whose address is verified
   */
  public record Security(
      Optional<String> jwtSecret,
      Optional<String> jwtRefreshSecret,
      Optional<String> auditKey,
      Optional<String> ticketKey,
      TicketCodes.Kind ticketCodes,
      List<ProviderSecret> paymentSecrets,
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
   * @param longestHold how far a hold may be extended, since it was made
   * @param expiredHolds how long the store keeps holds that nobody bought; empty: for ever
   * @param seal the least time between two checkpoints of the facts
   */
  public record Lifetimes(
      Duration hold,
      Duration longestHold,
      HoldPatience patience,
      Optional<Duration> expiredHolds,
      Duration idempotency,
      Duration seal) {}

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
   * @throws StartFailure when any cannot be read
   */
  public static Settings from(Map<String, String> variables) {
    return new SettingsReader(new Environment(variables)).read();
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
}
