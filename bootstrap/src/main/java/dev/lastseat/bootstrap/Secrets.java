package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The two secrets: those that were set, else those kept in the data folder, made at the first
 * start. The files can be read by their owner only.
 */
record Secrets(String jwt, String refresh) {

  static Secrets of(Settings settings, RandomGenerator random) {
    Path folder = settings.dataDir();
    return new Secrets(
        kept(settings.security().jwtSecret(), folder.resolve("jwt.secret"), random),
        kept(settings.security().jwtRefreshSecret(), folder.resolve("jwt-refresh.secret"), random));
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }

  private static String kept(Optional<String> set, Path file, RandomGenerator random) {
    return set.orElseGet(() -> readOrMake(file, random));
  }

  private static String readOrMake(Path file, RandomGenerator random) {
    try {
      String secret = Files.exists(file) ? Files.readString(file).strip() : make(file, random);
      if (secret.getBytes(StandardCharsets.UTF_8).length < Settings.MIN_SECRET_BYTES) {
        throw new StartFailure(
            file + " holds a secret that is too short: delete it to have a new one made");
      }
      return secret;
    } catch (IOException failed) {
      throw new StartFailure(file + " cannot be read or written: " + failed, failed);
    }
  }

  /**
   * Made beside its place, as a temporary file, which is its owner's alone, and moved there when it
   * is on the disk: no start ever finds half a secret.
   */
  private static String make(Path file, RandomGenerator random) throws IOException {
    byte[] bytes = new byte[Settings.MIN_SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    Files.writeString(draft, secret + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return secret;
  }
}
