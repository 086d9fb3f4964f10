package dev.lastseat.embedded.memory;

import java.time.Instant;

/** A search found no more than {@code left} of {@code totalTickets} places free a moment ago. */
record SoldOutMark(int totalTickets, int left, Instant until) {
  boolean refuses(int total, int quantity, Instant now) {
    return total == totalTickets && left < quantity && now.isBefore(until);
  }
}
