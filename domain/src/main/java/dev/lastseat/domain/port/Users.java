package dev.lastseat.domain.port;

import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/** All users. Of two users added with the same e-mail address, exactly one is added. */
public interface Users {
  /**
   * Adds the user, unless the address is taken.
   *
   * @return whether the user was added
   */
  boolean add(User user);

  Optional<User> find(UserId id);

  Optional<User> find(Email email);

  /** Whether any user has the role. */
  boolean has(Role role);
}
