package dev.lastseat.domain.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of an aggregate: its next fact, before the store knows how many came before it.
 *
 * @param at when it took effect, by the clock of whoever changed it
 * @param data the fields that changed; an empty text where one is gone
 */
public record Change(
    StreamId stream, FactKind kind, Instant at, Cause cause, SortedMap<String, String> data) {
  public Change {
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
  }

  /** The change from one state of an aggregate to the next, caused by whoever acts now. */
  public static Change between(
      StreamId stream,
      FactKind kind,
      Instant at,
      SortedMap<String, String> before,
      SortedMap<String, String> after) {
    SortedMap<String, String> data = new TreeMap<>(after);
    data.entrySet().removeAll(before.entrySet());
    for (String field : before.keySet()) {
      if (!after.containsKey(field)) {
        data.put(field, "");
      }
    }
    return of(stream, kind, at, data);
  }

  /** A change of these fields, caused by whoever acts now. */
  public static Change of(
      StreamId stream, FactKind kind, Instant at, SortedMap<String, String> data) {
    return new Change(stream, kind, at, Cause.current(), data);
  }

  /** A change of one field, caused by whoever acts now. */
  public static Change of(StreamId stream, FactKind kind, Instant at, String field, String value) {
    return of(stream, kind, at, new TreeMap<>(Map.of(field, value)));
  }
}
