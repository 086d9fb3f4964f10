package dev.lastseat.domain.mail;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;

/** A booking as its buyer is told of it: with its event, as both are when the letter is written. */
public record Ticket(Event event, Booking booking) {
  /** Whether it lets anybody in. */
  public boolean isGood() {
    return booking instanceof Booking.Confirmed;
  }

  /** Grows with each change that a calendar should hear of; nothing comes after the last one. */
  public long revision() {
    return isGood() ? event.version() : event.version() + 1;
  }
}
