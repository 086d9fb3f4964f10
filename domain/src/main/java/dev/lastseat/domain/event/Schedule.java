package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/**
 * When an event takes place, and when it is sold.
 *
 * @param begins its date: the end of sales too, unless {@code salesUntil} says another
 * @param zone whose clocks hang where it takes place
 * @param salesUntil may lie after the beginning, for those who come late
 * @param publishAt when a draft goes on sale by itself
 */
public record Schedule(
    Instant begins,
    ZoneId zone,
    Optional<Instant> doors,
    Optional<Instant> ends,
    Optional<Instant> salesFrom,
    Optional<Instant> salesUntil,
    Optional<Instant> publishAt) {
  public static final ZoneId DEFAULT_ZONE = zone("UTC");

  public Schedule {
    require("doorsAt", doors.filter(begins::isBefore), "must not be after date");
    require("endsAt", ends.filter(end -> !end.isAfter(begins)), "must be after date");
    require(
        "salesUntil",
        salesUntil.filter(end -> ends.filter(end::isAfter).isPresent()),
        "must not be after endsAt");
    Instant salesEnd = salesUntil.orElse(begins);
    require(
        "salesFrom",
        salesFrom.filter(start -> !start.isBefore(salesEnd)),
        "must be before sales end");
    require(
        "publishAt",
        publishAt.filter(start -> !start.isBefore(salesEnd)),
        "must be before sales end");
  }

  /** An event of which nothing else is known. */
  public static Schedule at(Instant begins) {
    return new Schedule(
        begins,
        DEFAULT_ZONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A time zone by its name in the IANA time zone database, such as {@code Europe/Berlin}.
   *
   * @throws InvalidValue when there is none of that name
   */
  public static ZoneId zone(String name) {
    // ZoneId copies all names for whoever asks for them.
    if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
      throw new InvalidValue("timeZone", name, "must be a time zone such as Europe/Berlin");
    }
    return ZoneId.of(name);
  }

  /** Where nothing of it is sold any more from then on. */
  public Instant salesEnd() {
    return salesUntil.orElse(begins);
  }

  /** When the last hold ends: nothing is held longer, and nothing confirmed later. */
  public Instant lastHold() {
    return salesEnd().isAfter(begins) ? salesEnd() : begins;
  }

  /** The day on which it begins, where it takes place. */
  public LocalDate day() {
    return begins.atZone(zone).toLocalDate();
  }

  /** Why nothing of it is sold now, although it is on sale; empty when it is. */
  Optional<NotBookableReason> notSold(Instant now) {
    if (salesFrom.filter(now::isBefore).isPresent()) {
      return Optional.of(NotBookableReason.NOT_ON_SALE_YET);
    }
    if (now.isBefore(salesEnd())) {
      return Optional.empty();
    }
    return Optional.of(
        now.isBefore(begins) ? NotBookableReason.SALES_ENDED : NotBookableReason.BEGUN);
  }

  private static void require(String field, Optional<Instant> wrong, String requirement) {
    if (wrong.isPresent()) {
      throw new InvalidValue(field, wrong.get(), requirement);
    }
  }
}
