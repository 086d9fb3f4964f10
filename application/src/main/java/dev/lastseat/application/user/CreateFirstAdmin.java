package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.Role;

/** Gives a store that has no admin yet its first one. */
public record CreateFirstAdmin(Users users, UserFactory factory) {
  /** What became of it. */
  public enum Outcome {
    CREATED,
    /** There is an admin; nothing was changed. */
    NOT_NEEDED,
    /** A user who is no admin has the address; nothing was changed. */
    EMAIL_TAKEN
  }

  public boolean isNeeded() {
    return !users.has(Role.ADMIN);
  }

  public Outcome handle(Email email, Password password) {
    if (!isNeeded()) {
      return Outcome.NOT_NEEDED;
    }
    if (users.add(factory.create(email, password, "Admin", Role.ADMIN))) {
      return Outcome.CREATED;
    }
    // Another instance that starts at the same time may have been faster.
    return isNeeded() ? Outcome.EMAIL_TAKEN : Outcome.NOT_NEEDED;
  }
}
