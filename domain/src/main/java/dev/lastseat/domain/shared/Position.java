package dev.lastseat.domain.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A position in a sorted list: the sort key of the last item seen, in a form its store can read
 * back, and its id.
 */
public record Position(String key, String id) {
  /**
   * The position as text for whoever goes on from there. It has a checksum over the position and
   * the list, so that one that was changed, or belongs to another list, is noticed.
   *
   * @param list all that makes the list what it is
   */
  public String cursor(String list) {
    String text = id + "\n" + key;
    byte[] both = (list + "\n" + text).getBytes(StandardCharsets.UTF_8);
    String checksum = UUID.nameUUIDFromBytes(both).toString().substring(24);
    byte[] cursor = (checksum + "\n" + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  /** Empty when the cursor was changed, or is of another list. */
  public static Optional<Position> of(String cursor, String list) {
    return decoded(cursor)
        .map(text -> text.split("\n", 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> new Position(parts[2], parts[1]))
        .filter(position -> position.cursor(list).equals(cursor));
  }

  private static Optional<String> decoded(String cursor) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
