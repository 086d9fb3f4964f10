package dev.lastseat.http.input;

import dev.lastseat.domain.shared.Position;
import dev.lastseat.http.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A position as clients pass it back: opaque, and with a checksum over itself and the list it
 * belongs to, so that one that was changed, or belongs to another list, is noticed.
 */
final class Cursor {
  private static final int CHECKSUM = 9;

  private Cursor() {}

  /** {@code list} is all of the query that makes the list what it is. */
  static String write(Position position, String list) {
    byte[] text = (position.id() + "\n" + position.key()).getBytes(StandardCharsets.UTF_8);
    byte[] cursor = Arrays.copyOf(checksum(text, list), CHECKSUM + text.length);
    System.arraycopy(text, 0, cursor, CHECKSUM, text.length);
    return text(cursor);
  }

  private static String text(byte[] cursor) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /**
   * Reads one back.
   *
   * @throws IllegalArgumentException when it is no cursor of that list
   */
  static Position read(String cursor, String list) {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    if (!text(bytes).equals(cursor)) {
      throw new IllegalArgumentException("was written in another way");
    }
    byte[] text = Arrays.copyOfRange(bytes, Math.min(CHECKSUM, bytes.length), bytes.length);
    byte[] expected = Arrays.copyOf(checksum(text, list), CHECKSUM);
    if (!Arrays.equals(expected, Arrays.copyOf(bytes, CHECKSUM))) {
      throw new IllegalArgumentException("was changed");
    }
    String position = new String(text, StandardCharsets.UTF_8);
    int end = position.indexOf('\n');
    if (end < 0) {
      throw new IllegalArgumentException("was made by somebody else");
    }
    return new Position(position.substring(end + 1), position.substring(0, end));
  }

  private static byte[] checksum(byte[] text, String list) {
    MessageDigest digest = Sha256.digest();
    digest.update(list.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return digest.digest(text);
  }
}
