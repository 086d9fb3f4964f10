package dev.lastseat.http.booking;

import static dev.lastseat.http.request.RequestContext.userId;

import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import io.javalin.http.Context;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The query of GET /bookings. */
record BookingListQuery(BookingQuery query, Optional<SearchWords> buyer, Paging paging) {
  static BookingListQuery of(Context context) {
    Query query = new Query(context);
    Optional<SearchWords> buyer = query.parsed("buyer", SearchWords::of);
    BookingQuery bookings = bookings(context, query, buyer.isPresent());
    if (buyer.isPresent() && bookings.users().isPresent()) {
      query.error("userId", "must not be given together with buyer");
    }
    Paging paging = Paging.of(query);
    return new BookingListQuery(bookings.at(paging.request()), buyer, paging);
  }

  /** The whole list: there is nothing to say about pages. */
  static BookingQuery whole(Context context) {
    Query query = new Query(context);
    BookingQuery bookings = bookings(context, query, false);
    query.requireGood();
    return bookings;
  }

  private static BookingQuery bookings(Context context, Query query, boolean ofBuyers) {
    Optional<TicketNumber> ticket =
        query.parsed("ticketNumber", "such as 7K3M-9QXV-R4TD", TicketNumber::typed);
    boolean lookUp = ofBuyers || ticket.isPresent();
    UserId own = userId(context);
    return new BookingQuery(
        whose(query, lookUp ? Optional.empty() : Optional.of(own)).map(Set::of),
        query.constant("status", BookingStatus.class),
        query.parsed("eventId", Identifiers.FORM, EventId::new),
        ticket,
        query.instant("dateFrom", false, ZoneOffset.UTC),
        query.instant("dateTo", true, ZoneOffset.UTC),
        PageRequest.FIRST);
  }

  /** Those of the user who is named, or else of this one, unless everybody's are asked for. */
  static Optional<UserId> whose(Query query, Optional<UserId> otherwise) {
    Optional<UserId> named = query.parsed("userId", Identifiers.FORM, UserId::new);
    if (!query.flag("all").orElse(false)) {
      return named.or(() -> otherwise);
    }
    if (named.isPresent()) {
      query.error("userId", "must not be given together with all=true");
    }
    return Optional.empty();
  }
}
