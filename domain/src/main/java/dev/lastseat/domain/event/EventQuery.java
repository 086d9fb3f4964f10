package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted, in which order.
 *
 * @param statuses one of these
 * @param from the earliest date, inclusive
 * @param to the latest date, inclusive
 * @param venue the whole venue, in any letter case
 * @param search words that must all occur in name or venue, in any case and without regard to
 *     accents
 * @param minPrice in major units of whatever currency, inclusive
 * @param maxPrice in major units of whatever currency, inclusive
 */
public record EventQuery(
    Set<EventStatus> statuses,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> venue,
    Optional<String> search,
    Optional<BigDecimal> minPrice,
    Optional<BigDecimal> maxPrice,
    Sort sort,
    boolean ascending,
    PageRequest page) {
  public EventQuery {
    statuses = Set.copyOf(statuses);
  }

  public EventQuery withStatuses(Set<EventStatus> others) {
    return new EventQuery(
        others, from, to, venue, search, minPrice, maxPrice, sort, ascending, page);
  }

  /** What events can be sorted by; ties are broken by id, in the same direction. */
  public enum Sort {
    DATE,
    NAME,
    PRICE,
    CREATED_AT
  }
}
