package dev.lastseat.http.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lastseat.application.booking.list.ExportBookings.Exportable;
import dev.lastseat.http.booking.BookingViews.BookingView;
import dev.lastseat.http.booking.BookingViews.BuyerView;
import dev.lastseat.http.booking.BookingViews.ShortEvent;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.ticket.TicketViews.NamedTicketView;
import io.javalin.http.Context;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole list of bookings, a line for each, written page by page as fast as it is read. */
enum BookingExport {
  NDJSON("application/x-ndjson"),
  CSV("text/csv");

  static final List<String> OFFERED =
      Stream.concat(Accept.JSON.stream(), Stream.of(values()).map(each -> each.mediaType)).toList();

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", BookingView::id),
          new Column("eventId", BookingView::eventId),
          new Column("userId", BookingView::userId),
          new Column("orderId", BookingView::orderId),
          new Column("ticketNumber", BookingView::ticketNumber),
          new Column("quantity", BookingView::quantity),
          new Column("places", BookingExport::places),
          new Column("status", BookingView::status),
          new Column("unitPrice", BookingView::unitPrice),
          new Column("totalPrice", BookingView::totalPrice),
          new Column("currency", BookingView::currency),
          new Column("bookingDate", BookingView::bookingDate),
          new Column("expiresAt", BookingView::expiresAt),
          new Column("confirmedAt", BookingView::confirmedAt),
          new Column("cancelledAt", BookingView::cancelledAt),
          new Column("cancellationReason", BookingView::cancellationReason),
          new Column("returnedTickets", BookingExport::returned),
          new Column("refund", booking -> booking.total().refund()),
          new Column("seller", BookingView::seller),
          new Column("contingent", BookingView::contingent),
          new Column("eventName", booking -> ofEvent(booking, ShortEvent::name)),
          new Column("eventDate", booking -> ofEvent(booking, ShortEvent::date)),
          new Column("eventVenue", booking -> ofEvent(booking, ShortEvent::venue)),
          new Column("buyerName", booking -> ofBuyer(booking, BuyerView::name)),
          new Column("buyerEmail", booking -> ofBuyer(booking, BuyerView::email)));

  private static final String VISITORS = "visitors";

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  /**
   * Before what a spreadsheet would take for a formula and run
   * (https://owasp.org/www-community/attacks/CSV_Injection): where a cell begins, or would where
   * cells are parted by semicolons, as in Germany.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?:^|(?<=[;\t\r\n]))(?=\\s*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])");

  private final String mediaType;

  BookingExport(String mediaType) {
    this.mediaType = mediaType;
  }

  private record Column(String name, Function<BookingView, @Nullable Object> value) {}

  /** Empty when the client would rather have a page in JSON. */
  static Optional<BookingExport> wanted(Context context) {
    String best = Accept.best(context, OFFERED);
    return Stream.of(values()).filter(each -> each.mediaType.equals(best)).findAny();
  }

  /** A booking with those who come; null where nobody was named. */
  private record ExportView(
      @JsonUnwrapped BookingView booking, @Nullable List<NamedTicketView> visitors) {
    static ExportView of(Exportable exported) {
      List<NamedTicketView> visitors = NamedTicketView.of(exported.tickets());
      return new ExportView(
          BookingViews.booking(exported.booking()), visitors.isEmpty() ? null : visitors);
    }
  }

  void write(Context context, Iterator<List<Exportable>> pages) {
    String head = "";
    if (this == CSV) {
      context.header("Content-Disposition", "attachment; filename=\"bookings.csv\"");
      head = csv(Column::name, VISITORS);
    }
    Responses.stream(context, mediaType, head, pages, this::lines);
  }

  private String lines(List<Exportable> page) {
    return page.stream().map(ExportView::of).map(this::line).collect(Collectors.joining());
  }

  private String line(ExportView exported) {
    return switch (this) {
      case NDJSON -> Json.write(exported) + "\n";
      case CSV -> csv(column -> column.value().apply(exported.booking()), visitors(exported));
    };
  }

  /** A line of comma-separated values (RFC 4180); a cell of nothing is empty. */
  private static String csv(Function<Column, @Nullable Object> cell, String visitors) {
    return Stream.concat(
            COLUMNS.stream().map(column -> Objects.toString(cell.apply(column), "")),
            Stream.of(visitors))
        .map(BookingExport::escaped)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** All of them in one cell, a line each. */
  private static String visitors(ExportView exported) {
    return Optional.ofNullable(exported.visitors()).stream()
        .flatMap(List::stream)
        .map(NamedTicketView::line)
        .collect(Collectors.joining("\n"));
  }

  /** A formula is made a text by an apostrophe, which spreadsheets do not show. */
  private static String escaped(String cell) {
    String text = FORMULA.matcher(cell).replaceAll("'");
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String returned(BookingView booking) {
    return booking.returns().stream()
        .flatMap(one -> one.tickets().stream())
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static String places(BookingView booking) {
    return booking.places().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static @Nullable Object ofEvent(
      BookingView booking, Function<ShortEvent, String> property) {
    return booking.event() == null ? null : property.apply(booking.event());
  }

  private static @Nullable Object ofBuyer(
      BookingView booking, Function<BuyerView, @Nullable String> property) {
    return booking.buyer() == null ? null : property.apply(booking.buyer());
  }
}
