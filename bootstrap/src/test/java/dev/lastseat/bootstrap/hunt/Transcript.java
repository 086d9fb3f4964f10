package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Exchanges as a person reads them: times from the first on, and short names for ids. */
final class Transcript {
  private final Map<String, String> names = new HashMap<>();
  private int events;
  private int bookings;

  /** A line each, in the order of asking. */
  String of(Collection<Exchange> exchanges) {
    List<Exchange> inOrder =
        exchanges.stream().distinct().sorted(Comparator.comparing(Exchange::asked)).toList();
    return inOrder.stream()
        .map(one -> line(one, inOrder.getFirst().asked()))
        .collect(Collectors.joining("\n"));
  }

  /** What is wrong, in the names of what was written before. */
  String of(String what) {
    String named = what;
    for (Map.Entry<String, String> name : names.entrySet()) {
      named = named.replace(name.getKey(), name.getValue());
    }
    return named;
  }

  private String line(Exchange one, Instant start) {
    return "%6d to %5d ms  %-8s %s -> %s"
        .formatted(
            Duration.between(start, one.asked()).toMillis(),
            Duration.between(start, one.answered()).toMillis(),
            one.user(),
            asked(one.request()),
            answered(one));
  }

  private String asked(Request request) {
    UnaryOperator<String> name =
        switch (request) {
          case Request.Confirm _,
              Request.Cancel _,
              Request.Look _,
              Request.Admit _,
              Request.Undo _,
              Request.Pay _ ->
              this::booking;
          default -> this::event;
        };
    return switch (request.with(name)) {
      case Request.Book(String event, int quantity, boolean hold, String key) ->
          "%s %d of %s, key %.4s".formatted(hold ? "holds" : "books", quantity, event, key);
      case Request.Order(List<String> events, int quantity, String key) ->
          "orders %d of each of %s, key %.4s".formatted(quantity, events, key);
      case Request.Confirm(String booking) -> "confirms " + booking;
      case Request.Cancel(String booking) -> "cancels " + booking;
      case Request.Look(String booking) -> "looks at " + booking;
      case Request.Admit(String booking) -> "goes in by " + booking;
      case Request.Undo(String booking) -> "goes out again by " + booking;
      case Request.Reserve(String event, String key) ->
          "reserves 1 of %s, key %.4s".formatted(event, key);
      case Request.Pay pay ->
          "%s %d EUR for %s, reference %.4s"
              .formatted(
                  pay.byProvider() ? "is told of" : "takes",
                  pay.amount(),
                  pay.booking(),
                  pay.reference());
      case Request.ListPayments _ -> "lists payments";
      case Request.ListUnsettled(String path) -> "asks for " + path;
      case Request.ListSold(String event, int _) -> "lists what is sold of " + event;
      case Request.Count(String event) -> "counts " + event;
      case Request.ListLive(String event) -> "lists " + event;
      case Request.Resize(String event, int total) -> "resizes %s to %d".formatted(event, total);
      case Request.CancelEvent(String event) -> "cancels " + event;
    };
  }

  private String answered(Exchange one) {
    if (one.status() == 0) {
      return "no answer";
    }
    if (!one.succeeded()) {
      return one.status() + " " + one.code();
    }
    JsonNode data = one.data();
    return switch (one.request()) {
      case Request.Count _ ->
          "%d free of %d, %d confirmed, %d held"
              .formatted(
                  data.path("availableTickets").asInt(),
                  data.path("totalTickets").asInt(),
                  data.path("confirmedTickets").asInt(),
                  data.path("heldTickets").asInt());
      case Request.Purchase _ ->
          History.bookings(one).map(this::booking).collect(Collectors.joining(", "));
      case Request.ListLive _ -> data.valueStream().map(this::booking).toList().toString();
      case Request.Admit _ -> data.path("result").asText();
      case Request.ListPayments _, Request.ListUnsettled _, Request.ListSold _ ->
          data.size() + " of them";
      case Request.Pay pay when pay.byProvider() -> "kept";
      case Request.Resize _, Request.CancelEvent _, Request.Undo _ -> "done";
      default -> booking(data);
    };
  }

  private String booking(JsonNode booking) {
    return "%s %s, places %s"
        .formatted(
            booking(booking.path("id").asText()),
            booking.path("status").asText(),
            booking.path("places"));
  }

  private String event(String id) {
    return names.computeIfAbsent(id, _ -> Character.toString('A' + events++));
  }

  private String booking(String id) {
    return names.computeIfAbsent(id, _ -> "#" + ++bookings);
  }
}
