package dev.lastseat.bootstrap.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Output as two runs of the same commands have it in common. */
final class Output {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern TIME = Pattern.compile("20\\d\\d-[-\\d]+T[:\\d]+(\\.\\d+)?Z");
  private static final Pattern TICKET = Pattern.compile("\"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\"");
  private static final String ELISION = "...";

  private Output() {}

  static String comparable(String output) {
    String text = output.replace("\r", "").replace("\n", "");
    text = ID.matcher(text).replaceAll("ID");
    text = TIME.matcher(text).replaceAll("TIME");
    return TICKET.matcher(text).replaceAll("TICKET");
  }

  /**
   * What must be found in real output: every line by itself, but JSON, which a page breaks, in one
   * piece.
   */
  static List<String> pieces(List<String> shown) {
    List<String> pieces = new ArrayList<>();
    StringBuilder json = new StringBuilder();
    for (String line : shown) {
      if (!json.isEmpty() || line.startsWith("{")) {
        json.append(line);
      } else if (!line.equals(ELISION)) {
        pieces.add(comparable(line));
      }
    }
    pieces.add(comparable(json.toString()));
    return pieces;
  }
}
