package dev.lastseat.embedded;

import java.time.Instant;

/** A search found no more than {@code left} of {@code totalTickets} places free a moment ago. */
record Mark(int totalTickets, int left, Instant until) {
  boolean refuses(int total, int quantity, Instant now) {
    return total == totalTickets && left < quantity && now.isBefore(until);
  }
}
