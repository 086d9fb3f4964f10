package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.Identifiers;

/** Names one API key; it is no secret. */
public record ApiKeyId(String value) {
  public ApiKeyId {
    Identifiers.require("id", value);
  }
}
