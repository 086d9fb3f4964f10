package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.BookingQuery;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.booking.TicketNumber;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.embedded.sqlite.row.PageQuery;
import dev.lastseat.embedded.sqlite.row.PageQuery.Conditions;
import dev.lastseat.embedded.sqlite.row.PageQuery.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lists bookings, newest first. A page costs its own size, however many bookings there are: each
 * list comes in order out of an index, and goes on in it where the page before ended. Only the
 * bookings of several users, and those of one ticket number, are few enough to be sorted. SQLite,
 * which keeps no statistics here, is told which index that is.
 */
public record BookingSearch(BookingQuery query, Instant now) {
  private static final Order NEWEST_FIRST = new Order("booked_at", false, false);

  public PageQuery<Booking> page() {
    return new PageQuery<>(
        "booking indexed by " + index(),
        NEWEST_FIRST,
        alternatives(),
        query.page(),
        BookingRows::read);
  }

  private String index() {
    if (query.ticket().isPresent()) {
      return "booking_of_ticket";
    }
    return query.users().isPresent()
        ? "booking_of_user"
        : query.event().isPresent() ? "booking_of_event" : "booking_by_status";
  }

  /** An index of one user is in the order of time; the others are so for each status. */
  private List<Conditions> alternatives() {
    if (query.status().isPresent()) {
      return ofStatus(query.status().get());
    }
    return query.users().isPresent() || query.ticket().isPresent()
        ? List.of(conditions(Optional.empty()))
        : Stream.of(BookingStatus.values()).map(each -> conditions(Optional.of(each))).toList();
  }

  /** A hold that is over has expired, whether or not that has been written down yet. */
  private List<Conditions> ofStatus(BookingStatus status) {
    Conditions stored = conditions(Optional.of(status));
    Conditions held = conditions(Optional.of(BookingStatus.PENDING));
    return switch (status) {
      case PENDING -> List.of(held.and("expires_at > ?", now));
      case EXPIRED -> List.of(stored, held.and("expires_at <= ?", now));
      case CONFIRMED, CANCELLED -> List.of(stored);
    };
  }

  private Conditions conditions(Optional<BookingStatus> status) {
    return whose()
        .and("ticket_number = ?", query.ticket().map(TicketNumber::value))
        .and("event = (select seq from event where id = ?)", query.event().map(EventId::value))
        .and("status = ?", status.map(BookingStatus::word))
        .within("booked_at", query.from(), query.to(), query.page());
  }

  private Conditions whose() {
    List<String> users = query.users().orElse(Set.of()).stream().map(UserId::value).toList();
    if (query.users().isEmpty()) {
      return Conditions.NONE;
    }
    return users.size() == 1
        ? Conditions.NONE.and("buyer = (select seq from buyer where user_id = ?)", users.getFirst())
        : Conditions.NONE.and(
            "buyer in (select seq from buyer where user_id in (select value from json_each(?)))",
            users);
  }
}
