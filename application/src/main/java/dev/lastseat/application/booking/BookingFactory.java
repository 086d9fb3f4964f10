package dev.lastseat.application.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.Order;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.booking.TicketRequest;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes new bookings: gives them an id, a ticket number and, for a hold, its end. */
public final class BookingFactory {
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration holdTtl;

  /** {@code random} must not be predictable, for ticket numbers are not to be guessed. */
  public BookingFactory(Clock clock, RandomGenerator random, Duration holdTtl) {
    this.clock = clock;
    this.random = random;
    this.holdTtl = holdTtl;
  }

  Booking.Live booking(BookTickets.Command command, Attempt attempt) {
    Instant now = clock.instant();
    BookingDetails details = details(attempt, command.hold(), command.key(), Optional.empty(), now);
    return command.hold()
        ? new Booking.Pending(details, attempt.claim(), endOfHold(attempt.event(), now))
        : new Booking.Confirmed(details, attempt.claim(), now);
  }

  private Instant endOfHold(Event event, Instant now) {
    Instant beginning = event.details().date();
    Instant end = now.plus(holdTtl);
    return end.isBefore(beginning) ? end : beginning;
  }

  /** An order with its bookings, in its order. */
  public record NewOrder(Order order, List<Booking.Confirmed> bookings) {}

  /** All of the same instant. */
  public NewOrder order(UserId user, IdempotencyKey key, List<Attempt> attempts) {
    Instant now = clock.instant();
    OrderId id = new OrderId(Identifiers.next(now, random));
    List<Booking.Confirmed> bookings =
        attempts.stream().map(attempt -> sold(attempt, key, id, now)).toList();
    List<BookingId> ids = bookings.stream().map(Booking::id).toList();
    return new NewOrder(new Order(id, user, key, ids, now), bookings);
  }

  private Booking.Confirmed sold(Attempt attempt, IdempotencyKey key, OrderId order, Instant now) {
    BookingDetails details = details(attempt, false, key, Optional.of(order), now);
    return new Booking.Confirmed(details, attempt.claim(), now);
  }

  private BookingDetails details(
      Attempt attempt, boolean hold, IdempotencyKey key, Optional<OrderId> order, Instant now) {
    TicketRequest request = attempt.request();
    return new BookingDetails(
        new BookingId(Identifiers.next(now, random)),
        request.event(),
        attempt.user(),
        TicketNumber.random(random),
        request.quantity(),
        hold,
        attempt.event().details().price(),
        key,
        now,
        order);
  }
}
