package dev.lastseat.http;

/** What a customer is told who cannot have the tickets. */
final class Refusals {
  private Refusals() {}

  static String soldOut(int left) {
    return left == 0 ? "The event is sold out." : "Only " + left + " tickets are left.";
  }

  static String allowanceSpent(int max) {
    return "One user may have " + max + " tickets for this event at the most.";
  }
}
