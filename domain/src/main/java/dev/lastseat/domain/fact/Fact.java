package dev.lastseat.domain.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that happened to one aggregate. Stream and version are its id.
 *
 * @param version counts from 1 in its stream, without gaps
 * @param kind the word of a {@link FactKind}, or one that a later version wrote
 * @param at when it took effect, by the clock of whoever changed it
 * @param data the fields that changed; an empty text where one is gone
 */
public record Fact(
    StreamId stream,
    long version,
    String kind,
    Instant at,
    Cause cause,
    SortedMap<String, String> data) {
  public Fact {
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
  }

  /** The same on every try, so that what is made of it twice is made once. */
  public String id() {
    return stream.text() + "/" + version;
  }
}
