package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.Spelled;

/** The life of an event: draft, published, then completed or cancelled. */
public enum EventStatus implements Spelled {
  DRAFT,
  PUBLISHED,
  CANCELLED,
  COMPLETED
}
