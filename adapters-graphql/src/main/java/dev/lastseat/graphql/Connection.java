package dev.lastseat.graphql;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One page of a list, as Relay's specification of cursor connections has it. */
record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {
  private static final int CHECKSUM = 12;

  /**
   * @param cursor of the last one of a page, null of the others
   */
  record Edge<T>(T node, @Nullable String cursor) {}

  record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  /** Which page the arguments ask for. */
  static PageRequest wanted(String field, Map<String, Object> arguments) {
    int first = new Arguments(arguments).required("first", Integer.class);
    if (first < 1 || first > PageRequest.MAX_LIMIT) {
      throw GraphqlProblem.invalid("first", "must be 1 to " + PageRequest.MAX_LIMIT);
    }
    Optional<Position> after =
        Optional.ofNullable((String) arguments.get("after"))
            .map(cursor -> position(cursor, list(field, arguments)));
    return new PageRequest.After(after, first);
  }

  static <T> Connection<T> of(Page<T> page, String field, Map<String, Object> arguments) {
    String next =
        page.next().map(position -> cursor(position, list(field, arguments))).orElse(null);
    List<T> items = page.items();
    int last = items.size() - 1;
    return new Connection<>(
        IntStream.rangeClosed(0, last)
            .mapToObj(index -> new Edge<>(items.get(index), index == last ? next : null))
            .toList(),
        new PageInfo(next != null, arguments.get("after") != null, null, next));
  }

  /** All that makes the list what it is. */
  private static String list(String field, Map<String, Object> arguments) {
    Map<String, Object> filters = new TreeMap<>(arguments);
    filters.remove("first");
    filters.remove("after");
    return field + filters;
  }

  /** Has a checksum over the position and the list, so that of each list there is one only. */
  private static String cursor(Position position, String list) {
    String text = position.id() + "\n" + position.key();
    String checksum = Sha256.fingerprint(list + "\n" + text).substring(0, CHECKSUM);
    byte[] cursor = (checksum + "\n" + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  private static Position position(String cursor, String list) {
    String[] parts = decoded(cursor).split("\n", 3);
    if (parts.length == 3) {
      Position position = new Position(parts[2], parts[1]);
      if (cursor(position, list).equals(cursor)) {
        return position;
      }
    }
    throw notOfThisList();
  }

  private static String decoded(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException bad) {
      throw notOfThisList();
    }
  }

  private static GraphqlProblem notOfThisList() {
    return GraphqlProblem.invalid("after", "must be the endCursor of this very list");
  }
}
