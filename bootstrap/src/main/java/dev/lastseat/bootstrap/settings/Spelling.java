package dev.lastseat.bootstrap.settings;

/** Tells a misspelt name from another one. */
final class Spelling {
  private static final int LETTERS_PER_MISTAKE = 3;

  private Spelling() {}

  /** Whether the one may be meant by the other: at most every third letter is wrong. */
  static boolean isClose(String name, String meant) {
    return distance(name, meant) <= Math.max(name.length(), meant.length()) / LETTERS_PER_MISTAKE;
  }

  /** How many letters have to be changed, added or dropped (Levenshtein, row by row). */
  static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(above[column - 1] + changed, Math.min(above[column], current[column - 1]) + 1);
      }
      above = current;
    }
    return above[to.length()];
  }
}
