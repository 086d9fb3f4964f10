package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Identifiers;

/** What a principal has shown to be who they are. */
public sealed interface Credential {
  /**
   * An access token of a log-in.
   *
   * @param id names the log-in, which is the family of its refresh tokens
   */
  record Session(String id) implements Credential {
    public Session {
      Identifiers.require("session", id);
    }
  }
}
