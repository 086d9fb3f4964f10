package dev.lastseat.mongo.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.mongo.claim.BookingStatuses;
import dev.lastseat.mongo.document.BookingDocuments;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Pages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;

/** Lists bookings. */
record BookingSearch(BookingQuery query, Instant now) {
  Page<Booking> page(Database db) {
    return new Pages<>(
            db.bookings(),
            new Pages.SortField("bookingDate", Pages.Kind.TIME),
            false,
            BookingDocuments.READ,
            BookingDocuments::fromDocument)
        .read(db, filter(), query.page());
  }

  private Bson filter() {
    return Pages.all(
        List.of(
            Optional.of(query.status().map(this::ofStatus).orElse(BookingStatuses.DECIDED)),
            query.users().map(BookingSearch::of),
            query.ticket().map(it -> eq("ticketNumber", it.value())),
            query.event().map(it -> eq("eventId", it.value())),
            query.from().map(it -> gte("bookingDate", it)),
            query.to().map(it -> lte("bookingDate", it))));
  }

  private static Bson of(Set<UserId> users) {
    List<String> ids = users.stream().map(UserId::value).toList();
    return ids.size() == 1 ? eq("userId", ids.getFirst()) : in("userId", ids);
  }

  /** A hold that is over has expired, whether or not that has been written down yet. */
  private Bson ofStatus(BookingStatus status) {
    Bson stored = eq("status", status.word());
    return switch (status) {
      case PENDING -> and(stored, gt("expiresAt", now));
      case EXPIRED -> or(stored, BookingStatuses.overdue(now));
      case CONFIRMED, CANCELLED -> stored;
    };
  }
}
