package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;

/** A booking as it is shown: with the event it is for, as that is now. */
public record BookingWithEvent(Booking booking, Event event) {}
