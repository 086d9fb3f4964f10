package dev.lastseat.bootstrap.wiring;

import dev.lastseat.application.user.ManageAdmins;
import dev.lastseat.bootstrap.secrets.PrivateFile;
import dev.lastseat.bootstrap.secrets.Secrets;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an empty store its admin. A password that was made up is kept in a file of the data folder,
 * and neither printed nor logged: what is printed may be kept for ever.
 */
public record FirstAdmin(ManageAdmins admins, Path file, RandomGenerator random) {
  private static final Email DEFAULT_EMAIL = new Email("admin@lastseat.local");
  private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

  static FirstAdmin in(Path dataDir, ManageAdmins admins, RandomGenerator random) {
    return new FirstAdmin(admins, dataDir.resolve("admin.password"), random);
  }

  public void ensure(Settings.Admin settings) {
    if (!admins.hasNone()) {
      if (settings.email().isPresent() || settings.password().isPresent()) {
        log.info("ADMIN_EMAIL and ADMIN_PASSWORD are not used: this store has an admin already");
      }
      return;
    }
    Email email = settings.email().orElse(DEFAULT_EMAIL);
    if (!admins.createFirst(email, settings.password().orElseGet(this::kept))) {
      throw new StartFailure("ADMIN_EMAIL is '" + email.value() + "': belongs to a user");
    }
  }

  /** Where the password is, for as long as it is there. */
  public Optional<String> note() {
    return Files.exists(file)
        ? Optional.of("Admin: the password that was made up is in " + file)
        : Optional.empty();
  }

  private Password kept() {
    return new Password(new PrivateFile(file).readOrMake(() -> Secrets.makeUp(random)));
  }
}
