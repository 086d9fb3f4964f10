package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;

/** So many tickets of one event, for one user. */
record Wish(UserId user, EventId event, Quantity quantity) {}
