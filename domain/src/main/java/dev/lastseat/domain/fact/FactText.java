package dev.lastseat.domain.fact;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts as JSON that is always the same for the same fact, so that its bytes can be hashed: objects
 * of nothing but text, by the rules of RFC 8785.
 */
public final class FactText {
  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";

  private FactText() {}

  /** The whole fact, as it is sealed. */
  public static String of(RecordedFact recorded) {
    Fact fact = recorded.fact();
    StringBuilder json = new StringBuilder(512).append('{');
    member(json, "actor", fact.cause().actor().text()).append(',');
    member(json, "at", fact.at().toString()).append(",\"data\":").append(of(fact.data()));
    member(json.append(','), "kind", fact.kind());
    member(json.append(','), "requestId", fact.cause().requestId());
    member(json.append(','), "sequence", Long.toString(recorded.sequence()));
    member(json.append(','), "stream", fact.stream().text());
    return member(json.append(','), "version", Long.toString(fact.version()))
        .append('}')
        .toString();
  }

  public static String of(SortedMap<String, String> data) {
    StringBuilder json = new StringBuilder(384).append('{');
    for (Map.Entry<String, String> field : data.entrySet()) {
      if (json.length() > 1) {
        json.append(',');
      }
      member(json, field.getKey(), field.getValue());
    }
    return json.append('}').toString();
  }

  private static StringBuilder member(StringBuilder json, String name, String value) {
    quote(json, name).append(':');
    return quote(json, value);
  }

  /** Most texts have nothing to escape, and go there as they are. */
  private static StringBuilder quote(StringBuilder json, String text) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || character == '"' || character == '\\') {
        json.append(text, written, i);
        escape(json, character);
        written = i + 1;
      }
    }
    return json.append(text, written, text.length()).append('"');
  }

  private static void escape(StringBuilder json, char character) {
    int escape = ESCAPED.indexOf(character);
    if (escape >= 0) {
      json.append('\\').append(ESCAPES.charAt(escape));
    } else {
      json.append("\\u00").append(character < 16 ? '0' : '1');
      json.append(Character.forDigit(character % 16, 16));
    }
  }

  /**
   * The data in a text that {@link #of(SortedMap)} wrote.
   *
   * @throws IllegalArgumentException for a text that is no object of texts
   */
  public static SortedMap<String, String> data(String json) {
    return new Reader(json).object();
  }

  /** Reads one object of texts, from the first character to the last. */
  private static final class Reader {
    private final String json;
    private int next;

    Reader(String json) {
      this.json = json;
    }

    SortedMap<String, String> object() {
      SortedMap<String, String> data = new TreeMap<>();
      expect('{');
      while (peek() == '"') {
        String name = text();
        expect(':');
        data.put(name, text());
        if (peek() == ',') {
          next++;
        }
      }
      expect('}');
      if (next < json.length()) {
        throw new IllegalArgumentException("goes on behind its end");
      }
      return data;
    }

    private String text() {
      expect('"');
      int end = json.indexOf('"', next);
      if (end < 0) {
        throw new IllegalArgumentException("ends too early");
      }
      String plain = json.substring(next, end);
      if (plain.indexOf('\\') >= 0) {
        return textWithEscapes();
      }
      next = end + 1;
      return plain;
    }

    private String textWithEscapes() {
      StringBuilder text = new StringBuilder();
      while (peek() != '"') {
        char character = take();
        text.append(character == '\\' ? escaped(take()) : character);
      }
      expect('"');
      return text.toString();
    }

    private char escaped(char escape) {
      if (escape == 'u' && next + 4 <= json.length()) {
        next += 4;
        return (char) Integer.parseInt(json.substring(next - 4, next), 16);
      }
      int known = ESCAPES.indexOf(escape);
      if (known < 0) {
        throw new IllegalArgumentException("has an escape that facts have not");
      }
      return ESCAPED.charAt(known);
    }

    private char peek() {
      if (next >= json.length()) {
        throw new IllegalArgumentException("ends too early");
      }
      return json.charAt(next);
    }

    private char take() {
      char character = peek();
      next++;
      return character;
    }

    private void expect(char wanted) {
      if (take() != wanted) {
        throw new IllegalArgumentException("lacks a " + wanted + " before position " + next);
      }
    }
  }
}
