package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** All users. Of two users added with the same e-mail address, exactly one is added. */
public interface Users {
  /**
   * Adds the user, unless the address is taken.
   *
   * @return whether the user was added
   */
  boolean add(User user);

  /**
   * Changes everything but the role of a user, in one atomic step, if all of it is as it was read.
   */
  Update update(User read, User changed, Instant now);

  /** What became of a change. */
  enum Update {
    DONE,
    /** Somebody else has changed the user since, or there is none any more. */
    STALE,
    /** Another user has the address. */
    EMAIL_TAKEN
  }

  /** Removes the user, unless it is an admin; an admin has to lose the role first. */
  boolean remove(UserId id, Instant now);

  Optional<User> find(UserId id);

  Optional<User> find(Email email);

  /**
   * The hash of the password of whoever has the address, and nothing else of them: reading a whole
   * user takes far longer than finding that there is none.
   */
  Optional<PasswordHash> passwordHash(Email email);

  /** Those of them that there are. */
  Map<UserId, User> findAll(Collection<UserId> ids);

  Page<User> search(UserQuery query);

  /**
   * Gives a user another role, in one atomic step. Whatever happens at once, somebody stays an
   * admin: of two last ones who lose the role at once, at least one is refused.
   */
  RoleChange changeRole(UserId id, Role role, Instant now);

  /** What became of a change of role. */
  sealed interface RoleChange {
    record Changed(User user) implements RoleChange {}

    record NoSuchUser() implements RoleChange {}

    /** Nobody else is an admin, or whoever is may be about to lose the role. */
    record LastAdmin() implements RoleChange {}
  }

  /** Whether any user has the role. */
  boolean has(Role role);
}
