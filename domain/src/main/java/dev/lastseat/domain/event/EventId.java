package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.Identifiers;

/** Names one event. */
public record EventId(String value) {
  public EventId {
    Identifiers.require("eventId", value);
  }
}
