package dev.lastseat.application.passkey;

import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lets users look after their passkeys; those of others are not there for them. */
public record ManagePasskeys(Passkeys passkeys, Clock clock) {
  /** The oldest first. */
  public List<Passkey> list(UserId owner) {
    return passkeys.of(owner);
  }

  /** As it is then; empty when the user has no such passkey. */
  public Optional<Passkey> rename(UserId owner, PasskeyId id, String name) {
    return passkeys.rename(owner, id, name, clock.instant()) ? passkeys.find(id) : Optional.empty();
  }

  /** Whether the user had it. */
  public boolean remove(UserId owner, PasskeyId id) {
    return passkeys.remove(owner, id, clock.instant());
  }
}
