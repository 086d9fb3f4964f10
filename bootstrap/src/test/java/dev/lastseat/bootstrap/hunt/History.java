package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.hunt.Request.Admit;
import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.CancelEvent;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import dev.lastseat.bootstrap.hunt.Request.Look;
import dev.lastseat.bootstrap.hunt.Request.Purchase;
import dev.lastseat.bootstrap.hunt.Request.Resize;
import dev.lastseat.bootstrap.hunt.Request.Undo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that clients saw, and what follows from it.
 *
 * @param exchanges in the order of asking
 * @param lives the acknowledged bookings, by id
 * @param totals what each event had and may have had, by id
 * @param open the purchases that may have sold something without anybody having been told so
 */
record History(
    List<Exchange> exchanges,
    Map<String, Life> lives,
    Map<String, Totals> totals,
    List<Exchange> open) {

  /** Of exchanges in any order, and the totals of the events at their beginning. */
  static History of(Collection<Exchange> seen, Map<String, Integer> totals) {
    List<Exchange> exchanges = seen.stream().sorted(Comparator.comparing(Exchange::asked)).toList();
    return new History(exchanges, lives(exchanges), totals(exchanges, totals), open(exchanges));
  }

  private static Map<String, Totals> totals(
      List<Exchange> exchanges, Map<String, Integer> beginning) {
    Map<String, Totals> totals = new HashMap<>();
    beginning.forEach(
        (event, total) ->
            totals.put(
                event,
                new Totals(
                    total,
                    exchanges.stream()
                        .filter(
                            one ->
                                one.request() instanceof Resize(String id, int _)
                                    && id.equals(event))
                        .toList())));
    return totals;
  }

  private static Map<String, Life> lives(List<Exchange> exchanges) {
    Map<String, List<Exchange>> later = later(exchanges);
    Map<String, Instant> began = new HashMap<>();
    Map<String, Life> lives = new LinkedHashMap<>();
    for (Exchange one : exchanges) {
      if (one.request() instanceof Purchase) {
        Instant first = began.merge(key(one), one.asked(), (known, _) -> known);
        bookings(one)
            .map(booking -> life(one, booking, first, later))
            .forEach(life -> lives.merge(life.id(), life, History::acknowledgedFirst));
      }
    }
    return lives;
  }

  private static Life acknowledgedFirst(Life one, Life other) {
    return other.booked().answered().isBefore(one.booked().answered()) ? other : one;
  }

  /** By the booking, or by the event. */
  private static Map<String, List<Exchange>> later(List<Exchange> exchanges) {
    Map<String, List<Exchange>> later = new HashMap<>();
    for (Exchange one : exchanges) {
      Optional<String> about =
          switch (one.request()) {
            case Confirm(String booking) -> Optional.of(booking);
            case Cancel(String booking) -> Optional.of(booking);
            case Look(String booking) -> Optional.of(booking);
            case Admit(String booking) -> Optional.of(booking);
            case Undo(String booking) -> Optional.of(booking);
            case CancelEvent(String event) -> Optional.of(event);
            default -> Optional.empty();
          };
      about.ifPresent(id -> later.computeIfAbsent(id, _ -> new ArrayList<>()).add(one));
    }
    return later;
  }

  /** What the answer to a purchase says was sold. */
  static Stream<JsonNode> bookings(Exchange purchase) {
    if (!purchase.succeeded()) {
      return Stream.of();
    }
    JsonNode several = purchase.data().path("bookings");
    return several.isArray() ? several.valueStream() : Stream.of(purchase.data());
  }

  private static Life life(
      Exchange one, JsonNode booking, Instant began, Map<String, List<Exchange>> later) {
    Set<Integer> places = new TreeSet<>();
    booking.path("places").forEach(place -> places.add(place.asInt()));
    return new Life(
        booking.path("id").asText(),
        booking.path("eventId").asText(),
        booking.path("quantity").asInt(),
        places,
        one,
        began,
        expiresAt(one, booking),
        Stream.of("id", "eventId")
            .flatMap(id -> later.getOrDefault(booking.path(id).asText(), List.of()).stream())
            .sorted(Comparator.comparing(Exchange::asked))
            .toList());
  }

  /** A replay of one that is over does not tell any more when that was. */
  private static Optional<Instant> expiresAt(Exchange one, JsonNode booking) {
    boolean isHold = one.request() instanceof Request.Book book && book.hold();
    return isHold
        ? Optional.of(Instant.parse(booking.path("bookingDate").asText()).plus(Hunt.HOLD_TTL))
        : Optional.empty();
  }

  /** A refused order may have held places for a while, so it counts too. */
  private static List<Exchange> open(List<Exchange> exchanges) {
    Map<String, List<Exchange>> tries =
        exchanges.stream()
            .filter(one -> one.request() instanceof Purchase)
            .collect(Collectors.groupingBy(History::key, LinkedHashMap::new, Collectors.toList()));
    tries.values().removeIf(of -> of.stream().anyMatch(Exchange::succeeded));
    return tries.values().stream().flatMap(History::openOf).toList();
  }

  private static Stream<Exchange> openOf(List<Exchange> tries) {
    Stream<Exchange> orders =
        tries.stream().filter(one -> one.request() instanceof Request.Order).limit(1);
    Stream<Exchange> unknown =
        soldNothing(tries) ? Stream.of() : tries.stream().filter(Exchange::isOpen);
    return Stream.concat(unknown, orders).limit(1);
  }

  /**
   * Whether a key was refused when all that had been asked under it was over: if it had sold
   * something, that would have been answered again.
   *
   * @param tries all that was asked under it
   */
  static boolean soldNothing(List<Exchange> tries) {
    return tries.stream()
        .filter(one -> !one.mayHaveSucceeded())
        .anyMatch(
            refused ->
                tries.stream()
                    .filter(one -> one.mayHaveSucceeded() && !one.isInFlight())
                    .allMatch(one -> one.isUntold() && one.answered().isBefore(refused.asked())));
  }

  static String key(Exchange purchase) {
    return purchase.user() + " " + ((Purchase) purchase.request()).key();
  }

  Stream<Life> livesOf(String event) {
    return lives.values().stream().filter(life -> life.event().equals(event));
  }

  /** How many tickets of the event may have been sold, without anybody knowing, within. */
  int openTickets(String event, Instant from, Instant until) {
    return open.stream()
        .filter(one -> ((Purchase) one.request()).events().contains(event))
        .filter(one -> !one.asked().isAfter(until) && !one.over().isBefore(from))
        .mapToInt(one -> ((Purchase) one.request()).quantity())
        .sum();
  }

  /**
   * Whether it had these places all the time. It can only have been moved if one of them was beyond
   * the end; and a replay of one that is over does not tell which they were.
   */
  boolean wasNeverMoved(Life life) {
    int smallest = totals.get(life.event()).smallest();
    return life.places().size() == life.quantity()
        && life.places().stream().allMatch(place -> place <= smallest);
  }

  /**
   * How long the slowest request took: on a busy machine, what goes on behind an answer or stands
   * in the way of others takes as long.
   */
  Duration slowest() {
    return exchanges.stream()
        .map(one -> Duration.between(one.asked(), one.answered()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** In one line. */
  String summary() {
    return "%d requests, %d bookings, %d times sold out, %d unanswered, at most %d at once"
        .formatted(
            exchanges.size(),
            lives.size(),
            exchanges.stream().filter(one -> one.code().equals("SOLD_OUT")).count(),
            exchanges.stream().filter(Exchange::isOpen).count(),
            atOnce());
  }

  /** How many requests were on their way at once, at most. */
  int atOnce() {
    IntStream.Builder most = IntStream.builder();
    List<Instant> answers = exchanges.stream().map(Exchange::answered).sorted().toList();
    int answered = 0;
    for (int asked = 1; asked <= exchanges.size(); asked++) {
      while (answers.get(answered).isBefore(exchanges.get(asked - 1).asked())) {
        answered++;
      }
      most.add(asked - answered);
    }
    return most.build().max().orElse(0);
  }
}
