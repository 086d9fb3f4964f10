package dev.lastseat.http.booking;

import static dev.lastseat.http.ticket.TicketViews.NAMED;

import dev.lastseat.application.booking.BuyerContact;
import dev.lastseat.application.booking.list.ExportBookings.Exportable;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.user.Email;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.View;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.ticket.NamedTicket;
import io.javalin.http.Context;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole list of bookings, a line for each, written page by page as fast as it is read. */
enum BookingExport {
  NDJSON("application/x-ndjson"),
  CSV("text/csv");

  static final List<String> OFFERED =
      Stream.concat(Accept.JSON.stream(), Stream.of(values()).map(each -> each.mediaType)).toList();

  private static final View<Exportable> LINE =
      new View<Exportable>()
          .all(Exportable::booking, BookingViews.BOOKING)
          .field("visitors", exported -> visitors(exported, NAMED::each));

  /** A list is a cell, and so are all visitors: a line each. */
  private static final View<Exportable> COLUMNS =
      new View<Exportable>()
          .all(exported -> exported.booking().booking(), BookingViews.STATE)
          .field("returnedTickets", BookingExport::returned)
          .field("refund", exported -> exported.booking().booking().totals().refund().major())
          .all(exported -> exported.booking().booking().details(), BookingViews.SALE)
          .field("eventName", exported -> ofEvent(exported, EventDetails::name))
          .field("eventDate", exported -> ofEvent(exported, EventDetails::date))
          .field("eventVenue", exported -> ofEvent(exported, EventDetails::venue))
          .field("buyerName", exported -> exported.booking().buyer().map(BuyerContact::name))
          .field(
              "buyerEmail",
              exported -> exported.booking().buyer().flatMap(BuyerContact::email).map(Email::value))
          .field("visitors", exported -> visitors(exported, BookingExport::lines));

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

  /** Empty when the client would rather have a page in JSON. */
  static Optional<BookingExport> wanted(Context context) {
    String best = Accept.best(context, OFFERED);
    return Stream.of(values()).filter(each -> each.mediaType.equals(best)).findAny();
  }

  void write(Context context, Iterator<List<Exportable>> pages) {
    String head = "";
    if (this == CSV) {
      context.header("Content-Disposition", "attachment; filename=\"bookings.csv\"");
      head = csv(COLUMNS.names().stream());
    }
    Responses.stream(context, mediaType, head, pages, this::text);
  }

  private String text(List<Exportable> page) {
    return page.stream().map(this::line).collect(Collectors.joining());
  }

  private String line(Exportable exported) {
    return switch (this) {
      case NDJSON -> Json.write(LINE.apply(exported)) + "\n";
      case CSV -> {
        Map<String, Object> cells = COLUMNS.apply(exported);
        yield csv(COLUMNS.names().stream().map(name -> cell(cells.getOrDefault(name, ""))));
      }
    };
  }

  /** A line of comma-separated values (RFC 4180); a cell of nothing is empty. */
  private static String csv(Stream<String> cells) {
    return cells.map(BookingExport::escaped).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : value.toString();
  }

  /** A formula is made a text by an apostrophe, which spreadsheets do not show. */
  private static String escaped(String cell) {
    String text = FORMULA.matcher(cell).replaceAll("'");
    return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static List<Integer> returned(Exportable exported) {
    return exported.booking().booking().returns().list().stream()
        .flatMap(one -> one.tickets().stream())
        .toList();
  }

  private static <T> Optional<T> ofEvent(Exportable exported, Function<EventDetails, T> property) {
    return exported.booking().event().map(Event::details).map(property);
  }

  /** Those who come; empty where nobody was named. */
  private static <T> Optional<T> visitors(
      Exportable exported, Function<List<NamedTicket>, T> told) {
    return Optional.of(NamedTicket.of(exported.tickets()))
        .filter(some -> !some.isEmpty())
        .map(told);
  }

  private static String lines(List<NamedTicket> visitors) {
    return visitors.stream().map(NamedTicket::line).collect(Collectors.joining("\n"));
  }
}
