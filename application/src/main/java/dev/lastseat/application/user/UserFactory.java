package dev.lastseat.application.user;

import dev.lastseat.domain.port.security.PasswordHasher;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes new users. */
public record UserFactory(PasswordHasher hasher, Clock clock, RandomGenerator random) {
  User create(Email email, Password password, String name, Role role) {
    Instant now = clock.instant();
    UserId id = new UserId(Identifiers.next(now, random));
    return new User(
        id, email, Optional.empty(), name, Locale.ENGLISH, true, role, hasher.hash(password), now);
  }
}
