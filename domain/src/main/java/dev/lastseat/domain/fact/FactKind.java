package dev.lastseat.domain.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can happen, as far as this version knows; a log may hold more, written by a later one. */
public enum FactKind {
  EVENT_CREATED("event.created"),
  EVENT_CHANGED("event.changed"),
  EVENT_PUBLISHED("event.published"),
  EVENT_CANCELLED("event.cancelled"),
  EVENT_COMPLETED("event.completed"),
  EVENT_DELETED("event.deleted"),
  BOOKING_HELD("booking.held"),
  BOOKING_CONFIRMED("booking.confirmed"),
  BOOKING_CANCELLED("booking.cancelled"),
  BOOKING_EXPIRED("booking.expired"),
  /** It has other places, for its event got smaller. */
  BOOKING_MOVED("booking.moved"),
  /** Its hold ends earlier, for its event begins earlier. */
  BOOKING_SHORTENED("booking.shortened"),
  ORDER_PLACED("order.placed");

  private static final Map<String, FactKind> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(FactKind::word, Function.identity()));

  private final String word;

  FactKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<FactKind> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
