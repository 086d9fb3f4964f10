package dev.lastseat.bootstrap.bench;

import java.util.List;

/** How much is measured: all of it, what ends within five minutes, or just that it runs. */
enum Size {
  FULL(10, 5, List.of(1, 16, 64, 256), 100_000, List.of(0, 10_000, 100_000, 900_000)),
  QUICK(2, 2, List.of(1, 16, 64, 256), 100_000, List.of(0, 10_000)),
  SMALL(1, 1, List.of(1, 64), 1_000, List.of(0, 1_000));

  /** How long one measurement takes. */
  final int seconds;

  /** How often two are measured in turns that are compared. */
  final int turns;

  /** How many ask at once, in turns. */
  final List<Integer> clients;

  /** Bookings that an admin exports. */
  final int exported;

  /** How much is sold of an event before a sale of it is measured. */
  final List<Integer> sold;

  Size(int seconds, int turns, List<Integer> clients, int exported, List<Integer> sold) {
    this.seconds = seconds;
    this.turns = turns;
    this.clients = clients;
    this.exported = exported;
    this.sold = sold;
  }
}
