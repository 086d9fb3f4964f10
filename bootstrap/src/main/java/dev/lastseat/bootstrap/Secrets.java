package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
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
 */
record Secrets(String jwt, String refresh, String audit) {

  static Secrets of(Settings settings, RandomGenerator random) {
    Path folder = settings.dataDir();
    return new Secrets(
        kept(settings.security().jwtSecret(), folder.resolve("jwt.secret"), random),
        kept(settings.security().jwtRefreshSecret(), folder.resolve("jwt-refresh.secret"), random),
        kept(auditKey(settings), folder.resolve("audit.secret"), random));
  }

  private static Optional<String> auditKey(Settings settings) {
    Optional<String> shared =
        settings.servers().mongodbUri().flatMap(_ -> settings.security().jwtRefreshSecret());
    return settings.security().auditKey().or(() -> shared.map("signs checkpoints: "::concat));
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
  static String makeUp(RandomGenerator random) {
    byte[] bytes = new byte[Settings.MIN_SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
