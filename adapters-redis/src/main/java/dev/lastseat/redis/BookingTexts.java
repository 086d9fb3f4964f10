package dev.lastseat.redis;

import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.IdempotencyKey;
import dev.lastseat.domain.booking.OrderId;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.booking.Quantity;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Bookings as texts: the status, the details, then what the state has besides. */
final class BookingTexts {
  private static final int STATE = 12;

  private BookingTexts() {}

  static String write(Booking booking) {
    BookingDetails details = booking.details();
    Stream<String> known =
        Stream.of(
            BookingStatus.of(booking).name(),
            details.id().value(),
            details.eventId().value(),
            details.userId().value(),
            details.ticketNumber().value(),
            Integer.toString(details.quantity().tickets()),
            Boolean.toString(details.hold()),
            Long.toString(details.unitPrice().minorUnits()),
            details.unitPrice().currency().getCurrencyCode(),
            details.key().value().toString(),
            details.bookedAt().toString(),
            details.order().map(OrderId::value).orElse(""));
    return Texts.join(Stream.concat(known, state(booking)).toList());
  }

  private static Stream<String> state(Booking booking) {
    return switch (booking) {
      case Booking.Pending(_, Claim claim, Instant end) -> live(claim, end);
      case Booking.Confirmed(_, Claim claim, Instant at) -> live(claim, at);
      case Booking.Cancelled(_, var confirmed, Instant at, Reason reason) ->
          Stream.of(confirmed.map(Instant::toString).orElse(""), at.toString(), reason.text());
      case Booking.Expired(_, Instant at) -> Stream.of(at.toString());
    };
  }

  private static Stream<String> live(Claim claim, Instant time) {
    return Stream.of(
        numbers(claim.places().ordinals()),
        numbers(claim.allowances().ordinals()),
        time.toString());
  }

  private static String numbers(List<Integer> numbers) {
    return Texts.join(numbers.stream().map(Object::toString).toList());
  }

  /** The booking that was written; fails in any way when the text is another one. */
  static Booking read(String text) {
    List<String> texts = Texts.split(text);
    BookingDetails details = details(texts);
    List<String> state = texts.subList(STATE, texts.size());
    return switch (BookingStatus.valueOf(texts.getFirst())) {
      case PENDING -> new Booking.Pending(details, claim(state), Instant.parse(state.getLast()));
      case CONFIRMED ->
          new Booking.Confirmed(details, claim(state), Instant.parse(state.getLast()));
      case CANCELLED -> cancelled(details, state);
      case EXPIRED -> new Booking.Expired(details, Instant.parse(state.getFirst()));
    };
  }

  private static BookingDetails details(List<String> texts) {
    return new BookingDetails(
        new BookingId(texts.get(1)),
        new EventId(texts.get(2)),
        new UserId(texts.get(3)),
        new TicketNumber(texts.get(4)),
        new Quantity(Integer.parseInt(texts.get(5))),
        Boolean.parseBoolean(texts.get(6)),
        new Money(Long.parseLong(texts.get(7)), Money.currency(texts.get(8))),
        new IdempotencyKey(UUID.fromString(texts.get(9))),
        Instant.parse(texts.get(10)),
        Optional.of(texts.get(11)).filter(text -> !text.isEmpty()).map(OrderId::new));
  }

  private static Claim claim(List<String> state) {
    return new Claim(Places.of(numbers(state.get(0))), new Allowances(numbers(state.get(1))));
  }

  private static List<Integer> numbers(String text) {
    return Texts.split(text).stream().map(Integer::valueOf).toList();
  }

  private static Booking.Cancelled cancelled(BookingDetails details, List<String> state) {
    Optional<Instant> confirmed =
        Optional.of(state.get(0)).filter(text -> !text.isEmpty()).map(Instant::parse);
    return new Booking.Cancelled(
        details, confirmed, Instant.parse(state.get(1)), new Reason(state.get(2)));
  }
}
