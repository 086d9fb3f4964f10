package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All passkeys. Of two that are added with the same id, whoever owns them, exactly one is added.
 */
public interface Passkeys {
  /**
   * Adds the passkey, unless its id is taken.
   *
   * @return whether it was added
   */
  boolean add(Passkey passkey);

  Optional<Passkey> find(PasskeyId id);

  /** Those of a user, the oldest first. */
  List<Passkey> of(UserId user);

  /**
   * Notes a log-in, in one atomic step. Of several at once the highest count and the latest instant
   * stay.
   *
   * @return false when there is no such passkey any more
   */
  boolean use(PasskeyId id, long signCount, Instant now);

  /**
   * Gives a passkey of the user another name.
   *
   * @return whether the user has it
   */
  boolean rename(UserId owner, PasskeyId id, String name, Instant now);

  /**
   * Removes a passkey of the user.
   *
   * @return whether the user had it
   */
  boolean remove(UserId owner, PasskeyId id, Instant now);

  /** Removes all that the user has. */
  void removeAll(UserId owner, Instant now);
}
