package dev.lastseat.bootstrap.hostile;

import java.util.Map;

/**
 * A request to be sent as it stands, with names of values in braces.
 *
 * @param where its file and line
 * @param expected the statuses that the answer may have, such as {@code 400|404}, {@code 4xx}, or
 *     {@code closed} for none
 * @param template the whole request, in which {@code {case}} is where the text goes
 */
record HostileCase(String where, String expected, String template, String text) {

  boolean isForEveryRoute() {
    return template.contains("{path}");
  }

  byte[] request(Map<String, String> values) {
    String whole = HostileText.filled(template.replace("{case}", text), values);
    int end = whole.indexOf("\r\n\r\n");
    int body = end < 0 ? 0 : HostileText.bytes(whole.substring(end + 4)).length;
    return HostileText.bytes(whole.replace("{length}", Integer.toString(body)));
  }

  boolean expects(String status) {
    for (String one : expected.split("\\|")) {
      if (status.matches(one.replace('x', '.'))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return where + ": " + expected + " " + text;
  }
}
