package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Identifiers;
import java.util.Set;

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

  /**
   * An API key.
   *
   * @param scopes what it is good for, as far as the role of its owner goes
   */
  record Key(ApiKeyId id, Set<Scope> scopes) implements Credential {
    public Key {
      scopes = Set.copyOf(scopes);
    }
  }
}
