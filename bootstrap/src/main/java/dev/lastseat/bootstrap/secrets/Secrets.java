package dev.lastseat.bootstrap.secrets;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The secrets: those that were set, else those kept in the data folder from the first start.
 *
 * @param audit what the key that signs checkpoints is made of; instances that share MongoDB and
 *     were told none make it of another secret that they share
 * @param ticket what seals the codes of tickets; the same goes for it
 */
public record Secrets(String jwt, String refresh, String audit, String ticket) {

  public static Secrets of(Settings settings, RandomGenerator random) {
    Path folder = settings.dataDir();
    return new Secrets(
        kept(settings.security().jwtSecret(), folder.resolve("jwt.secret"), random),
        kept(settings.security().jwtRefreshSecret(), folder.resolve("jwt-refresh.secret"), random),
        kept(
            settings.security().auditKey().or(() -> shared(settings, "signs checkpoints: ")),
            folder.resolve("audit.secret"),
            random),
        kept(
            settings.security().ticketKey().or(() -> shared(settings, "seals tickets: ")),
            folder.resolve("ticket.secret"),
            random));
  }

  private static Optional<String> shared(Settings settings, String purpose) {
    return settings
        .servers()
        .mongodbUri()
        .flatMap(_ -> settings.security().jwtRefreshSecret())
        .map(purpose::concat);
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }

  private static String kept(Optional<String> set, Path file, RandomGenerator random) {
    return set.orElseGet(() -> kept(file, random));
  }

  private static String kept(Path file, RandomGenerator random) {
    String secret = new PrivateFile(file).readOrMake(() -> makeUp(random));
    if (secret.getBytes(StandardCharsets.UTF_8).length < Settings.MIN_SECRET_BYTES) {
      throw new StartFailure(
          file + " holds a secret that is too short: delete it to have a new one made");
    }
    return secret;
  }

  /** As unguessable as HMAC-SHA-256 can use. */
  public static String makeUp(RandomGenerator random) {
    byte[] bytes = new byte[Settings.MIN_SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
