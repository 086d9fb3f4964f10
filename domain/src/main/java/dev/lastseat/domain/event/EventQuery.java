package dev.lastseat.domain.event;

import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.user.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted, in which order.
 *
 * @param statuses one of these
 * @param organiser who runs it
 * @param period when it begins
 * @param venue the whole venue; without regard to case, accents and apostrophes ({@link
 *     EventDetails#venueKey})
 * @param search what must all occur in name or venue ({@link EventDetails#words})
 * @param minPrice in major units of whatever currency, inclusive
 * @param maxPrice in major units of whatever currency, inclusive
 */
public record EventQuery(
    Set<EventStatus> statuses,
    Optional<UserId> organiser,
    Period period,
    Optional<String> venue,
    Optional<SearchWords> search,
    Optional<Currency> currency,
    Optional<BigDecimal> minPrice,
    Optional<BigDecimal> maxPrice,
    Sort sort,
    boolean ascending,
    PageRequest page) {
  public EventQuery {
    statuses = Set.copyOf(statuses);
  }

  public EventQuery withStatuses(Set<EventStatus> others) {
    return with(others, period, page);
  }

  public EventQuery at(PageRequest other) {
    return with(statuses, period, other);
  }

  /** Those of the events alone that are to come or past at {@code now}. */
  public EventQuery only(When when, Instant now) {
    return switch (when) {
      case ALL -> this;
      // Dates are kept to the millisecond.
      case UPCOMING -> with(statuses, period.notBefore(now.plusMillis(1)), page);
      case PAST -> with(statuses, period.notAfter(now), page);
    };
  }

  private EventQuery with(Set<EventStatus> statuses, Period period, PageRequest page) {
    return new EventQuery(
        statuses, organiser, period, venue, search, currency, minPrice, maxPrice, sort, ascending,
        page);
  }

  /** Whether an event has begun: one is past from the very instant of its date. */
  public enum When implements Spelled {
    UPCOMING,
    PAST,
    ALL
  }

  /** What events can be sorted by; ties are broken by id, in the same direction. */
  public enum Sort implements Spelled {
    DATE,

    /** As dictionaries do: see {@link EventDetails#sortKey}. */
    NAME,

    /** The amount in major units, of whatever currency: {@link Money#tenThousandths}. */
    PRICE,
    CREATED_AT;

    @Override
    public String word() {
      return this == CREATED_AT ? "createdAt" : Spelled.super.word();
    }
  }
}
