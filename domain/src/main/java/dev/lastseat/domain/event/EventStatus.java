package dev.lastseat.domain.event;

import java.util.Locale;

/** The life of an event: draft, published, then completed or cancelled. */
public enum EventStatus {
  DRAFT,
  PUBLISHED,
  CANCELLED,
  COMPLETED;

  /** The status as the HTTP contract and the stores spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
