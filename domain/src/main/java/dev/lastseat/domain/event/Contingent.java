package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places of an event that only the box office sells, until they are released.
 *
 * @param name what staff names it by
 * @param size how many places it has
 * @param releaseAt from when on everybody may buy what is left of it; empty for never
 */
public record Contingent(String name, int size, Optional<Instant> releaseAt) {
  public static final int MAX_NAME = 100;

  public Contingent {
    name = Text.require("name", name, MAX_NAME);
    if (size < 1 || size > EventDetails.MAX_TICKETS) {
      throw new InvalidValue("size", size, "must be 1 to " + EventDetails.MAX_TICKETS);
    }
  }

  public boolean isReleased(Instant at) {
    return releaseAt.filter(release -> !at.isBefore(release)).isPresent();
  }

  /**
   * Whether it is the same one, and released at the same time if it is by now. By the clock of
   * another instance it may be released already: then it can only be released sooner.
   */
  boolean mayBecome(Contingent other, Instant now) {
    return name.equals(other.name)
        && size == other.size
        && (releaseAt.equals(other.releaseAt)
            || !isReleased(now.plus(ClockSkew.MAX))
            || (!isReleased(now) && other.isReleased(now)));
  }

  /** Its parts with tabs between them, which none of them has. */
  String line() {
    return Stream.concat(
            Stream.of(name, Integer.toString(size)), releaseAt.stream().map(Instant::toString))
        .collect(Collectors.joining("\t"));
  }

  /** What {@link #line} wrote. */
  static Contingent parse(String line) {
    List<String> parts = List.of(line.split("\t"));
    return new Contingent(
        parts.get(0),
        Integer.parseInt(parts.get(1)),
        parts.stream().skip(2).map(Instant::parse).findFirst());
  }
}
