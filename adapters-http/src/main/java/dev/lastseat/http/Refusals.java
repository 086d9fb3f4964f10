package dev.lastseat.http;

/** What a customer is told who cannot have the tickets. */
final class Refusals {
  private Refusals() {}

  static String soldOut(int left) {
    return switch (left) {
      case 0 -> "The event is sold out.";
      case 1 -> "Only 1 ticket is left.";
      default -> "Only " + left + " tickets are left.";
    };
  }

  static String allowanceSpent(int max) {
    String tickets = max == 1 ? "1 ticket" : max + " tickets";
    return "One user may have " + tickets + " for this event at the most.";
  }
}
