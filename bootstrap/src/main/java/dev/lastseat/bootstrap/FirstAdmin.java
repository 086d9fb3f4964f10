package dev.lastseat.bootstrap;

import dev.lastseat.application.user.CreateFirstAdmin;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.RefreshToken;
import java.util.random.RandomGenerator;

/**
 * Gives an empty store its admin. A password that was made up is printed once, to standard output
 * and never to the log.
 */
record FirstAdmin(CreateFirstAdmin create, RandomGenerator random) {
  private static final Email DEFAULT_EMAIL = new Email("admin@lastseat.local");

  void ensure(Settings.Admin settings) {
    if (!create.isNeeded()) {
      return;
    }
    Email email = settings.email().orElse(DEFAULT_EMAIL);
    Password password = settings.password().orElseGet(this::makeUp);
    switch (create.handle(email, password)) {
      case CREATED -> {
        if (settings.password().isEmpty()) {
          System.out.println("Admin " + email.value() + " has the password " + password.value());
          System.out.println(
              "It is shown this once; ADMIN_EMAIL and ADMIN_PASSWORD choose others.");
        }
      }
      case NOT_NEEDED -> {}
      case EMAIL_TAKEN ->
          throw new StartFailure("ADMIN_EMAIL is '" + email.value() + "': belongs to a user");
    }
  }

  /** As unguessable as a refresh token, whose making serves here too. */
  private Password makeUp() {
    return new Password(RefreshToken.random(random).value());
  }
}
