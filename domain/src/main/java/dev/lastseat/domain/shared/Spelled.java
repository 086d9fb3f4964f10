package dev.lastseat.domain.shared;

import java.util.Locale;

/** An enum whose constants are words in lower case to the HTTP contract, the stores and facts. */
public interface Spelled {
  String name();

  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant that is spelled so.
   *
   * @throws IllegalArgumentException when there is none
   */
  static <E extends Enum<E> & Spelled> E parse(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
