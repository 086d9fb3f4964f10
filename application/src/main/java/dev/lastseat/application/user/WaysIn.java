package dev.lastseat.application.user;

import dev.lastseat.application.session.EndedSessions;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;

/** The ways into an account beside its password. */
public record WaysIn(EndedSessions sessions, Passkeys passkeys, ApiKeys keys) {
  /**
   * All but the sessions, which end with any other password. For whoever takes over an account
   * whose address nobody had proved: somebody else may have opened it to wait there.
   */
  void remove(UserId user, Instant now) {
    passkeys.removeAll(user, now);
    keys.removeAll(user, now);
  }
}
