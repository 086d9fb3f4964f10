package dev.lastseat.bootstrap.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of the files of hostile requests; README.md beside them explains it. */
final class HostileText {
  private static final Map<String, String> NAMED =
      Map.of("CR", "0D", "LF", "0A", "NUL", "00", "TAB", "09", "SP", "20");

  private static final Pattern SPECIAL =
      Pattern.compile(
          """
          <(?<byte>CR|LF|NUL|TAB|SP|[0-9A-F]{2})>
          |<b64\\ (?<plain>([^<>]|<[^<>]+>)*)>
          |<(?<again>[^<>]+)\\*(?<times>[0-9]+)>
          """,
          Pattern.COMMENTS);

  private HostileText() {}

  static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return Pattern.compile("\\{uuid}")
        .matcher(filled)
        .replaceAll(_ -> UUID.randomUUID().toString());
  }

  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher special = SPECIAL.matcher(text);
    int end = 0;
    while (special.find()) {
      bytes.writeBytes(text.substring(end, special.start()).getBytes(UTF_8));
      bytes.writeBytes(bytes(special));
      end = special.end();
    }
    bytes.writeBytes(text.substring(end).getBytes(UTF_8));
    return bytes.toByteArray();
  }

  private static byte[] bytes(Matcher special) {
    String name = special.group("byte");
    if (name != null) {
      return new byte[] {(byte) Integer.parseInt(NAMED.getOrDefault(name, name), 16)};
    }
    String plain = special.group("plain");
    return plain != null
        ? Base64.getUrlEncoder().withoutPadding().encode(bytes(plain))
        : special.group("again").repeat(Integer.parseInt(special.group("times"))).getBytes(UTF_8);
  }
}
