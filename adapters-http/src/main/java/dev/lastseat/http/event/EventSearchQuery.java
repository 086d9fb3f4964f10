package dev.lastseat.http.event;

import dev.lastseat.application.api.Times;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.event.EventQuery.Sort;
import dev.lastseat.domain.event.EventQuery.When;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.event.Period;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Spelled;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.BiFunction;

/** The query of GET /events. */
record EventSearchQuery(EventQuery query, When when, Paging paging) {
  private enum Order implements Spelled {
    ASC,
    DESC
  }

  static EventSearchQuery of(Context context) {
    Query query = new Query(context);
    When when = query.constant("when", When.UPCOMING);
    EventQuery events = events(query);
    Paging paging = Paging.of(query);
    return new EventSearchQuery(events.at(paging.request()), when, paging);
  }

  private static EventQuery events(Query query) {
    return new EventQuery(
        query.constants("status", EventStatus.class),
        query.parsed("organiserId", Identifiers.FORM, UserId::new),
        period(query),
        query.line("venue"),
        query.parsed("search", SearchWords::of),
        query.parsed("currency", Money::currency),
        query.amount("minPrice"),
        query.amount("maxPrice"),
        query.constant("sortBy", Sort.DATE),
        query.constant("sortOrder", Order.ASC) == Order.ASC,
        PageRequest.FIRST);
  }

  /** A day is one by the clocks where the event takes place, or else by those of {@code zone}. */
  private static Period period(Query query) {
    Optional<ZoneId> zone = query.zone("zone");
    Optional<TemporalAccessor> from = query.dayOrTime("dateFrom");
    Optional<TemporalAccessor> to = query.dayOrTime("dateTo");
    return new Period(
        from.flatMap(it -> instant(it, zone, Times::first)),
        to.flatMap(it -> instant(it, zone, Times::last)),
        from.flatMap(it -> day(it, zone)),
        to.flatMap(it -> day(it, zone)));
  }

  private static Optional<Instant> instant(
      TemporalAccessor time, Optional<ZoneId> zone, BiFunction<LocalDate, ZoneId, Instant> ofDay) {
    return time instanceof LocalDate day
        ? zone.map(it -> ofDay.apply(day, it))
        : Optional.of(Instant.from(time));
  }

  private static Optional<LocalDate> day(TemporalAccessor time, Optional<ZoneId> zone) {
    return time instanceof LocalDate day && zone.isEmpty() ? Optional.of(day) : Optional.empty();
  }
}
