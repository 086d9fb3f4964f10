package dev.lastseat.domain.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When events begin; all bounds are inclusive.
 *
 * @param firstDay by the clocks where the event takes place, as {@code lastDay} is
 */
public record Period(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {
  public static final Period ANY =
      new Period(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Period notBefore(Instant time) {
    return new Period(Optional.of(from.filter(time::isBefore).orElse(time)), to, firstDay, lastDay);
  }

  public Period notAfter(Instant time) {
    return new Period(from, Optional.of(to.filter(time::isAfter).orElse(time)), firstDay, lastDay);
  }

  /** No event of this period begins earlier: what an index of instants can use of days, too. */
  public Optional<Instant> earliest() {
    Optional<Instant> day = firstDay.map(it -> it.atTime(0, 0).toInstant(ZoneOffset.MAX));
    return Stream.of(from, day).flatMap(Optional::stream).max(Instant::compareTo);
  }

  /** No event of this period begins later. */
  public Optional<Instant> latest() {
    Optional<Instant> day =
        lastDay.map(it -> it.plusDays(1).atTime(0, 0).toInstant(ZoneOffset.MIN));
    return Stream.of(to, day).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /** Whether something that begins then, and on that day there, does so in this period. */
  public boolean contains(Schedule schedule) {
    return from.filter(schedule.begins()::isBefore).isEmpty()
        && to.filter(schedule.begins()::isAfter).isEmpty()
        && firstDay.filter(schedule.day()::isBefore).isEmpty()
        && lastDay.filter(schedule.day()::isAfter).isEmpty();
  }
}
