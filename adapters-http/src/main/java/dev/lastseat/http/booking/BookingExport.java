package dev.lastseat.http.booking;

import dev.lastseat.application.booking.BookingWithEvent;
import dev.lastseat.http.booking.BookingViews.BookingView;
import dev.lastseat.http.booking.BookingViews.BuyerView;
import dev.lastseat.http.booking.BookingViews.ShortEvent;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Responses;
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
          new Column("eventName", booking -> ofEvent(booking, ShortEvent::name)),
          new Column("eventDate", booking -> ofEvent(booking, ShortEvent::date)),
          new Column("eventVenue", booking -> ofEvent(booking, ShortEvent::venue)),
          new Column("buyerName", booking -> ofBuyer(booking, BuyerView::name)),
          new Column("buyerEmail", booking -> ofBuyer(booking, BuyerView::email)));

  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  /**
   * What a spreadsheet would take for a formula and run
   * (https://owasp.org/www-community/attacks/CSV_Injection).
   */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]");

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

  void write(Context context, Iterator<List<BookingWithEvent>> pages) {
    String head = "";
    if (this == CSV) {
      context.header("Content-Disposition", "attachment; filename=\"bookings.csv\"");
      head = csv(Column::name);
    }
    Responses.stream(context, mediaType, head, pages, this::lines);
  }

  private String lines(List<BookingWithEvent> page) {
    return page.stream().map(BookingViews::booking).map(this::line).collect(Collectors.joining());
  }

  private String line(BookingView booking) {
    return switch (this) {
      case NDJSON -> Json.write(booking) + "\n";
      case CSV -> csv(column -> column.value().apply(booking));
    };
  }

  /** A line of comma-separated values (RFC 4180); a cell of nothing is empty. */
  private static String csv(Function<Column, @Nullable Object> cell) {
    return COLUMNS.stream()
        .map(column -> escaped(Objects.toString(cell.apply(column), "")))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A formula is made a text by an apostrophe, which spreadsheets do not show. */
  private static String escaped(String cell) {
    String text = FORMULA.matcher(cell).find() ? "'" + cell : cell;
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String places(BookingView booking) {
    return booking.places().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static @Nullable Object ofEvent(
      BookingView booking, Function<ShortEvent, String> property) {
    return booking.event() == null ? null : property.apply(booking.event());
  }

  private static @Nullable Object ofBuyer(
      BookingView booking, Function<BuyerView, String> property) {
    return booking.buyer() == null ? null : property.apply(booking.buyer());
  }
}
