package dev.lastseat.domain.booking;

import dev.lastseat.domain.event.EventId;

/** So many tickets of one event. */
public record OrderItem(EventId event, Quantity quantity) {}
