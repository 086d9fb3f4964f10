package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Identifiers;

/** Names one user. */
public record UserId(String value) {
  public UserId {
    Identifiers.require("userId", value);
  }
}
