package dev.lastseat.application.ticket;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.port.security.SigningKey;
import dev.lastseat.domain.port.store.sale.Events;
import dev.lastseat.domain.ticket.SignedCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes that scanners judge by a public key alone. The same ticket has always the same code, as
 * long as its event is when it is.
 */
public record SignedCodes(SigningKey key, Events events) {
  /**
   * So much before the doors open, and after the event, a code is good by itself. At the door of
   * the house the list decides.
   */
  static final Duration MARGIN = Duration.ofDays(1);

  /** See {@link SignedCode#keyId}. */
  public String keyId() {
    return SignedCode.keyId(key.publicKey());
  }

  /** 32 bytes. */
  public byte[] publicKey() {
    return key.publicKey();
  }

  TicketCodes.Pen of(Booking sold) {
    EventId event = sold.details().eventId();
    Optional<Schedule> schedule = events.find(event).map(Event::details).map(it -> it.schedule());
    Instant from = schedule.map(SignedCodes::from).orElse(Instant.EPOCH);
    Instant until = schedule.map(SignedCodes::until).orElse(Instant.MAX);
    return (ticket, revision) -> {
      var statement =
          new SignedCode.Statement(
              sold.details().ticketNumber(), ticket.number(), revision, keyId(), from, until);
      return statement.signed(key.sign(statement.bytes(event)));
    };
  }

  private static Instant from(Schedule schedule) {
    return schedule.doors().orElse(schedule.begins()).minus(MARGIN);
  }

  private static Instant until(Schedule schedule) {
    return schedule.ends().orElse(schedule.begins()).plus(MARGIN);
  }

  /** Whether the house signed it, for a ticket of this event. */
  boolean isSigned(SignedCode shown, EventId event) {
    return key.verifies(shown.statement().bytes(event), shown.signatureBytes());
  }
}
