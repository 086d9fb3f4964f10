package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.http.booking.BookingViews.BookingView;
import dev.lastseat.http.booking.BookingViews.ShortEvent;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Responses;
import io.javalin.http.Context;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole list of bookings, a line for each, written page by page as fast as it is read. */
enum BookingExport {
  NDJSON("application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(BookingView booking) {
      return Json.write(booking) + "\n";
    }
  },

  CSV("text/csv") {
    @Override
    String head() {
      return Csv.line(COLUMNS.stream());
    }

    @Override
    String line(BookingView booking) {
      return Csv.line(cells(booking));
    }
  };

  static final List<String> OFFERED =
      Stream.concat(Accept.JSON.stream(), Stream.of(values()).map(each -> each.mediaType)).toList();

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "eventId",
          "userId",
          "orderId",
          "ticketNumber",
          "quantity",
          "places",
          "status",
          "unitPrice",
          "totalPrice",
          "currency",
          "bookingDate",
          "expiresAt",
          "confirmedAt",
          "cancelledAt",
          "cancellationReason",
          "eventName",
          "eventDate",
          "eventVenue");

  private final String mediaType;

  BookingExport(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Empty when the client would rather have a page in JSON. */
  static Optional<BookingExport> wanted(Context context) {
    String best = Accept.best(context, OFFERED);
    return Stream.of(values()).filter(each -> each.mediaType.equals(best)).findAny();
  }

  abstract String head();

  abstract String line(BookingView booking);

  void write(Context context, Iterator<List<BookingWithEvent>> pages) {
    if (this == CSV) {
      context.header("Content-Disposition", "attachment; filename=\"bookings.csv\"");
    }
    Responses.stream(context, mediaType, head(), pages, this::lines);
  }

  private String lines(List<BookingWithEvent> page) {
    return page.stream().map(BookingViews::booking).map(this::line).collect(Collectors.joining());
  }

  private static Stream<@Nullable Object> cells(BookingView booking) {
    ShortEvent event = booking.event();
    return Stream.of(
        booking.id(),
        booking.eventId(),
        booking.userId(),
        booking.orderId(),
        booking.ticketNumber(),
        booking.quantity(),
        booking.places().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        booking.status(),
        booking.unitPrice(),
        booking.totalPrice(),
        booking.currency(),
        booking.bookingDate(),
        booking.expiresAt(),
        booking.confirmedAt(),
        booking.cancelledAt(),
        booking.cancellationReason(),
        event == null ? null : event.name(),
        event == null ? null : event.date(),
        event == null ? null : event.venue());
  }
}
