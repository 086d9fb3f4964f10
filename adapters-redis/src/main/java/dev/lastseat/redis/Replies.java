package dev.lastseat.redis;

import java.util.List;

/** What scripts answer, by type. */
final class Replies {
  private Replies() {}

  static List<?> list(Object reply) {
    return (List<?>) reply;
  }

  static String text(Object reply) {
    return (String) reply;
  }

  static int integer(Object reply) {
    return Math.toIntExact(number(reply));
  }

  /** Scripts answer numbers as such, and as texts where they only pass on what they keep. */
  static long number(Object reply) {
    return reply instanceof Long number ? number : Long.parseLong((String) reply);
  }
}
