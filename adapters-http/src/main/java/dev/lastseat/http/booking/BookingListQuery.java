package dev.lastseat.http.booking;

import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import java.util.Optional;

/** The query of GET /bookings. */
record BookingListQuery(BookingQuery query, Paging paging) {
  static BookingListQuery of(Context context) {
    Query query = new Query(context);
    BookingQuery bookings = bookings(context, query);
    Paging paging = Paging.of(query);
    query.requireGood();
    return new BookingListQuery(bookings.at(paging.request()), paging);
  }

  /** The whole list: there is nothing to say about pages. */
  static BookingQuery whole(Context context) {
    Query query = new Query(context);
    BookingQuery bookings = bookings(context, query);
    query.requireGood();
    return bookings;
  }

  private static BookingQuery bookings(Context context, Query query) {
    return new BookingQuery(
        whose(query, RequestContext.principal(context).userId()),
        query.constant("status", BookingStatus.values(), BookingStatus::word),
        query.parsed("eventId", Identifiers.FORM, EventId::new),
        query.instant("dateFrom", false),
        query.instant("dateTo", true),
        PageRequest.FIRST);
  }

  /** One's own bookings, unless others are asked for. */
  private static Optional<UserId> whose(Query query, UserId own) {
    Optional<UserId> other = query.parsed("userId", Identifiers.FORM, UserId::new);
    if (!query.flag("all").orElse(false)) {
      return other.or(() -> Optional.of(own));
    }
    if (other.isPresent()) {
      query.error("userId", "must not be given together with all=true");
    }
    return Optional.empty();
  }
}
