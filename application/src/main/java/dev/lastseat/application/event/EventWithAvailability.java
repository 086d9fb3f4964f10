package dev.lastseat.application.event;

import dev.lastseat.domain.event.Event;

/** An event as it is shown. */
public record EventWithAvailability(Event event, Availability availability) {}
