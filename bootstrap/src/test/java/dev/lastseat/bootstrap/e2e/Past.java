package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What clients were told about their bookings of one event, and when each of these things took
 * effect; so it is known what was held and sold at any instant.
 */
final class Past {
  private static final int ASKERS = 8;

  private final BoxOffice office;
  private final String event;
  private final Map<String, Told> bookings = new ConcurrentHashMap<>();

  Past(BoxOffice office, String event) {
    this.office = office;
    this.event = event;
  }

  /**
   * The last instant is that at which it ends.
   *
   * @param facts how many tell of that, at least
   */
  private record Told(int tickets, Instant booked, Instant confirmed, Instant end, int facts) {
    static Told of(JsonNode booking) {
      return new Told(
          booking.path("quantity").asInt(),
          time(booking, "bookingDate"),
          time(booking, "confirmedAt"),
          end(booking),
          1);
    }

    /** A hold whose answer was lost may have ended when it is asked for again. */
    private static Instant end(JsonNode booking) {
      return booking.path("status").asText().equals("expired")
          ? time(booking, "bookingDate").plus(StormContract.HOLD_TTL)
          : time(booking, "expiresAt");
    }

    private static Instant time(JsonNode booking, String name) {
      return booking.has(name) ? Instant.parse(booking.path(name).asText()) : Instant.MAX;
    }

    Told confirmedBy(JsonNode booking) {
      return new Told(tickets, booked, time(booking, "confirmedAt"), Instant.MAX, facts + 1);
    }

    Told cancelledBy(JsonNode booking) {
      return new Told(tickets, booked, confirmed, time(booking, "cancelledAt"), facts + 1);
    }

    boolean isLive(Instant at) {
      return !at.isBefore(booked) && at.isBefore(end);
    }

    boolean isConfirmed(Instant at) {
      return isLive(at) && !at.isBefore(confirmed);
    }
  }

  /** Books, holds, buys and cancels; what is refused leaves nothing. */
  int live(Caller customer, Random random) {
    for (int round = 0; round < 8; round++) {
      boolean hold = random.nextBoolean();
      String key = UUID.randomUUID().toString();
      int tickets = 1 + random.nextInt(4);
      Answer booked = definite(() -> office.book(customer, event, tickets, hold, key));
      if (booked.status() == 201) {
        String id = booked.data().path("id").asText();
        bookings.put(id, Told.of(booked.data()));
        if (hold && random.nextInt(3) != 0) {
          changed(id, () -> office.confirm(customer, id), "confirmed", Told::confirmedBy);
        }
        if (random.nextInt(3) != 0) {
          changed(id, () -> office.cancel(customer, id), "cancelled", Told::cancelledBy);
        }
      }
    }
    return bookings.size();
  }

  /** A server that could not tell what became of a request is asked again: it may have done it. */
  private static Answer definite(Supplier<Answer> request) {
    Answer answer = request.get();
    while (answer.status() == 503 || answer.isUnderWay()) {
      answer = request.get();
    }
    return answer;
  }

  private interface Change {
    Told by(Told told, JsonNode booking);
  }

  /** What was done before its answer was lost is refused when it is sent again. */
  private void changed(String id, Supplier<Answer> request, String status, Change change) {
    Answer answer = definite(request);
    JsonNode booking =
        answer.status() == 200
            ? answer.data()
            : definite(() -> office.api.get("/bookings/" + id, office.admin)).data();
    if (booking.path("status").asText().equals(status)) {
      bookings.computeIfPresent(id, (_, told) -> change.by(told, booking));
    }
  }

  /**
   * On MongoDB facts come into the log about a second after what they tell of (ADR 30). Those that
   * never come are waited for until the test is over.
   */
  void awaitFacts() {
    bookings.forEach(
        (id, told) -> {
          while (facts(id) < told.facts()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
          }
        });
  }

  private int facts(String booking) {
    return office.api.get("/bookings/" + booking + "/history", office.admin).data().size();
  }

  /** At so many instants from the first booking to the last thing that happened. */
  void assertRebuilt(int instants, Random random) {
    List<Instant> seen =
        bookings.values().stream()
            .flatMap(told -> Stream.of(told.booked(), told.confirmed(), told.end()))
            .filter(at -> !at.equals(Instant.MAX) && at.isBefore(Instant.now()))
            .sorted()
            .toList();
    assertThat(seen.size()).isGreaterThan(instants);
    long first = seen.getFirst().toEpochMilli();
    long last = seen.getLast().toEpochMilli();
    Queue<Instant> asked =
        random
            .longs(instants, first, last + 1)
            .mapToObj(Instant::ofEpochMilli)
            .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    Storm.of(
        ASKERS,
        i -> {
          for (Instant at = asked.poll(); at != null; at = asked.poll()) {
            assertRebuilt(at);
          }
          return i;
        });
  }

  private void assertRebuilt(Instant at) {
    int sold = tickets(bookings.values().stream().filter(told -> told.isConfirmed(at)));
    int taken = tickets(bookings.values().stream().filter(told -> told.isLive(at)));
    JsonNode then =
        definite(() -> office.api.get("/events/" + event + "/availability?at=" + at, office.admin))
            .data();
    assertThat(then.path("confirmedTickets").asInt()).as("sold at %s", at).isEqualTo(sold);
    assertThat(then.path("heldTickets").asInt()).as("held at %s", at).isEqualTo(taken - sold);
  }

  private static int tickets(Stream<Told> told) {
    return told.mapToInt(Told::tickets).sum();
  }
}
