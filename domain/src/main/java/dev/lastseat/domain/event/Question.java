package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.shared.Text;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an event asks each of its visitors.
 *
 * @param key what answers name it by, such as {@code meal}
 * @param needed whether no visitor is named without an answer
 * @param choices those of a {@link Kind#CHOICE}; empty otherwise
 */
public record Question(String key, String text, Kind kind, boolean needed, List<String> choices) {
  public static final int MAX_TEXT = 200;
  public static final int MAX_CHOICES = 20;
  public static final int MAX_CHOICE = 100;
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final List<String> YES_NO = List.of("yes", "no");

  /** What an answer can be: any line, one of the choices, or {@code yes} or {@code no}. */
  public enum Kind implements Spelled {
    TEXT,
    CHOICE,
    YES_NO
  }

  public Question {
    requireKey("key", key);
    text = Text.require("text", text, MAX_TEXT);
    choices = choices.stream().map(choice -> Text.require("choices", choice, MAX_CHOICE)).toList();
    boolean chooses = kind == Kind.CHOICE;
    if (chooses ? choices.size() < 2 || choices.size() > MAX_CHOICES : !choices.isEmpty()) {
      throw new InvalidValue(
          "choices", choices, "must be 2 to " + MAX_CHOICES + " of a choice, and of nothing else");
    }
    if (choices.stream().distinct().count() < choices.size()) {
      throw new InvalidValue("choices", choices, "must be different");
    }
  }

  /** What can be the key of a question. */
  public static void requireKey(String field, String key) {
    if (!KEY.matcher(key).matches()) {
      throw new InvalidValue(
          field, key, "must be a letter of a to z, and up to 39 of those, digits, '-' and '_'");
    }
  }

  /** Whether that answers it, as far as it says. */
  public boolean takes(String answer) {
    return switch (kind) {
      case TEXT -> true;
      case CHOICE -> choices.contains(answer);
      case YES_NO -> YES_NO.contains(answer);
    };
  }

  /** Its parts with tabs between them, which none of them has. */
  String line() {
    return String.join("\t", key, kind.word(), Boolean.toString(needed), text)
        + (choices.isEmpty() ? "" : "\t" + String.join("\t", choices));
  }

  /** What {@link #line} wrote. */
  static Question parse(String line) {
    List<String> parts = List.of(line.split("\t"));
    return new Question(
        parts.get(0),
        parts.get(3),
        Spelled.parse(Kind.class, parts.get(1)),
        Boolean.parseBoolean(parts.get(2)),
        parts.subList(4, parts.size()));
  }
}
