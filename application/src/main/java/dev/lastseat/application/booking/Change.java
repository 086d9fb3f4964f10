package dev.lastseat.application.booking;

import dev.lastseat.domain.event.NotBookableReason;
import java.util.function.Function;

/**
 * What became of a change to a booking or to an order.
 *
 * @param <T> what was to be changed
 */
public sealed interface Change<T> {
  /** The same of something that is made of it. */
  @SuppressWarnings("unchecked") // nothing of it is in a denial
  default <U> Change<U> map(Function<T, U> make) {
    return this instanceof Done<T>(T now) ? new Done<>(make.apply(now)) : (Change<U>) this;
  }

  /** It is done, now or before. */
  record Done<T>(T now) implements Change<T> {}

  /** All is as it was. */
  sealed interface Denied<T> extends Change<T> {
    /** A sentence for whoever asked. */
    default String why() {
      return switch (this) {
        case NotFound<T> _ -> "It was not found.";
        case Forbidden<T> _ -> "Those who run the event confirm and extend its holds.";
        case PaymentNeeded<T> _ -> "What costs something is confirmed with its payment.";
        case NotBookable<T>(NotBookableReason reason) -> reason.why();
        case AlreadyIn<T> _ ->
            "Somebody was let in by one of the tickets; it can be given back once that is undone at"
                + " the door.";
        case KeyReused<T> _ -> "The key was used for another request.";
        case NoSuchTicket<T>(int number, int tickets) ->
            "must be 1 to %d, and %d is not".formatted(tickets, number);
        case NotPossible<T>(String why) -> why;
      };
    }
  }

  /** There is none, or none that whoever asks is told of. */
  record NotFound<T>() implements Denied<T> {}

  /** Only those who run the event do that. */
  record Forbidden<T>() implements Denied<T> {}

  /** Those who run the event confirm its holds with the payment for them. */
  record PaymentNeeded<T>() implements Denied<T> {}

  /** An event is not on sale any more. */
  record NotBookable<T>(NotBookableReason reason) implements Denied<T> {}

  /** Somebody was let in by one of the tickets. */
  record AlreadyIn<T>() implements Denied<T> {}

  /** The key was used before, for something else. */
  record KeyReused<T>() implements Denied<T> {}

  /** The booking has no ticket of that number. */
  record NoSuchTicket<T>(int number, int tickets) implements Denied<T> {}

  record NotPossible<T>(String why) implements Denied<T> {}
}
