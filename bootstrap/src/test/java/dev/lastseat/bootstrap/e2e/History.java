package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients saw, and whether it can be true. A booking certainly has its places from when its
 * answer arrived until its cancellation was asked for or its hold ended; two such times of one
 * place must not overlap.
 */
final class History {
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();
  private final Clock clock = Clock.systemUTC();

  private record Claim(String booking, List<Integer> places, Instant from, Instant until) {
    Claim endingAt(Instant end) {
      return new Claim(booking, places, from, end.isBefore(until) ? end : until);
    }
  }

  /** A 201 arrived. */
  void booked(JsonNode booking) {
    String id = booking.path("id").asText();
    Instant until =
        "pending".equals(booking.path("status").asText())
            ? Instant.parse(booking.path("expiresAt").asText())
            : Instant.MAX;
    claims.put(id, new Claim(id, BoxOffice.places(booking), clock.instant(), until));
  }

  /** A cancellation is about to be asked for. */
  void cancelling(String booking) {
    Instant now = clock.instant();
    claims.computeIfPresent(booking, (id, claim) -> claim.endingAt(now));
  }

  /** The ids of what was acknowledged as sold and not asked to be cancelled. */
  List<String> standing() {
    return claims.values().stream()
        .filter(claim -> claim.until().equals(Instant.MAX))
        .map(Claim::booking)
        .toList();
  }

  void assertNoPlaceWasEverSoldTwice() {
    Map<Integer, List<Claim>> byPlace = new TreeMap<>();
    for (Claim claim : claims.values()) {
      claim.places().forEach(p -> byPlace.computeIfAbsent(p, k -> new ArrayList<>()).add(claim));
    }
    byPlace.forEach(History::assertNoOverlap);
  }

  private static void assertNoOverlap(int place, List<Claim> claims) {
    for (Claim one : claims) {
      for (Claim other : claims) {
        boolean overlap = one.from().isBefore(other.until()) && other.from().isBefore(one.until());
        assertThat(one == other || !overlap)
            .as("place %d of %s and %s", place, one, other)
            .isTrue();
      }
    }
  }

  /** Of bookings that are live at the same time, no two have a place in common. */
  static void assertNoPlaceTwice(List<JsonNode> live) {
    assertThat(live.stream().flatMap(booking -> BoxOffice.places(booking).stream()).toList())
        .doesNotHaveDuplicates();
  }
}
