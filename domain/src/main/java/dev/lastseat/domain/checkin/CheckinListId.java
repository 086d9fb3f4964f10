package dev.lastseat.domain.checkin;

import dev.lastseat.domain.shared.Identifiers;

/** Names one list. */
public record CheckinListId(String value) {
  public CheckinListId {
    Identifiers.require("list", value);
  }
}
