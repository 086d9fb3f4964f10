package dev.lastseat.http.local;

import java.util.regex.Pattern;

/**
 * One line of a message's head. A line break in it would begin another line, or another message.
 */
public record Header(String name, String value) {
  /** What names of headers and methods are made of (RFC 9110, section 5.6.2). */
  static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern VALUE = Pattern.compile("[^\\r\\n\\x00]*");

  public Header {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a header: '" + name + "'");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("the header " + name + " has a line break");
    }
  }

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
