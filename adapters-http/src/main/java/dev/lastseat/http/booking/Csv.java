package dev.lastseat.http.booking;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values (RFC 4180). */
final class Csv {
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  /**
   * What a spreadsheet would take for a formula and run
   * (https://owasp.org/www-community/attacks/CSV_Injection).
   */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]");

  private Csv() {}

  /** A line and its end; a cell of nothing is empty. */
  static String line(Stream<? extends @Nullable Object> cells) {
    return cells
        .map(cell -> cell == null ? "" : escaped(cell.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A formula is made a text by an apostrophe, which spreadsheets do not show. */
  private static String escaped(String cell) {
    String text = FORMULA.matcher(cell).find() ? "'" + cell : cell;
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
