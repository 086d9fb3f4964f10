package dev.lastseat.http.ticket;

import dev.lastseat.application.ticket.IssuedTicket;
import dev.lastseat.application.ticket.TicketsOfBooking;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.port.CodeImages;
import dev.lastseat.http.json.Sha256;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The good tickets of a booking as a page to print, each on a sheet of its own. It fetches nothing,
 * so that a copy of it is whole.
 */
record TicketPage(Locale language, String html) {
  private static final String STYLE =
      """
      body { margin: 0; background: #fff; color: #000; font: 1rem/1.5 system-ui, sans-serif; }
      article { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
      svg { display: block; width: 60mm; max-width: 100%; }
      dt { font-weight: bold; }
      dd { margin: 0 0 0.5rem; }
      @media print {
        article { padding: 0; }
        article + article { break-before: page; }
      }
      """;

  /** Lets that style in, by its hash, and nothing else. */
  static final String POLICY =
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'self';"
          + "style-src 'sha256-%s'"
              .formatted(
                  Base64.getEncoder()
                      .encodeToString(HexFormat.of().parseHex(Sha256.fingerprint(STYLE))));

  private static final List<Words> LANGUAGES =
      List.of(
          new Words(Locale.ENGLISH, "Date", "Doors", "Venue", "Place", "Visitor", "Ticket number"),
          new Words(Locale.GERMAN, "Zeit", "Einlass", "Ort", "Platz", "Gast", "Ticketnummer"));

  /** What the page says itself. */
  private record Words(
      Locale language,
      String date,
      String doors,
      String venue,
      String place,
      String visitor,
      String number) {}

  /**
   * @param languages as {@code Accept-Language} says (RFC 9110, section 12.5.4)
   */
  static TicketPage of(TicketsOfBooking booking, CodeImages images, @Nullable String languages) {
    Words words = words(languages);
    String articles =
        booking.tickets().stream()
            .flatMap(
                ticket ->
                    ticket.code().stream()
                        .map(code -> article(booking, ticket, code.value(), images, words)))
            .collect(Collectors.joining());
    String html =
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
            .formatted(words.language(), escaped(title(booking)), STYLE, articles);
    return new TicketPage(words.language(), html);
  }

  /** What suits best (RFC 4647, section 3.4); what nobody can read suits nobody. */
  private static Words words(@Nullable String languages) {
    try {
      List<Locale> known = LANGUAGES.stream().map(Words::language).toList();
      Locale best = languages == null ? null : Locale.lookup(LanguageRange.parse(languages), known);
      return LANGUAGES.get(Math.max(0, known.indexOf(best)));
    } catch (IllegalArgumentException malformed) {
      return LANGUAGES.getFirst();
    }
  }

  /** An event of which nothing is known any more does not hide its tickets. */
  private static String title(TicketsOfBooking booking) {
    return booking
        .booking()
        .event()
        .map(event -> event.details().name())
        .orElseGet(() -> number(booking));
  }

  private static String number(TicketsOfBooking booking) {
    return booking.booking().booking().details().ticketNumber().value();
  }

  private static String article(
      TicketsOfBooking booking, IssuedTicket ticket, String code, CodeImages images, Words words) {
    StringBuilder lines = new StringBuilder();
    booking.booking().event().ifPresent(event -> lines.append(lines(event.details(), words)));
    ticket.place().ifPresent(place -> lines.append(line(words.place(), place.toString())));
    ticket.visitor().ifPresent(who -> lines.append(line(words.visitor(), who.name())));
    lines.append(line(words.number(), number(booking) + " / " + ticket.id().number()));
    return """
    <article>
    <h1 dir="auto">%s</h1>
    %s
    <p>%s</p>
    <dl>
    %s</dl>
    </article>
    """
        .formatted(escaped(title(booking)), images.svg(code), escaped(code), lines);
  }

  private static String lines(EventDetails event, Words words) {
    Schedule schedule = event.schedule();
    return line(words.date(), local(schedule.begins(), schedule, words))
        + schedule
            .doors()
            .map(doors -> line(words.doors(), local(doors, schedule, words)))
            .orElse("")
        + line(words.venue(), event.venue());
  }

  /** By the clocks where the event takes place, which are named. */
  private static String local(Instant at, Schedule schedule, Words words) {
    ZonedDateTime local = at.atZone(schedule.zone());
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .localizedBy(words.language())
            .format(local)
        + DateTimeFormatter.ofPattern(", HH:mm z", words.language()).format(local);
  }

  private static String line(String word, String value) {
    return "<dt>%s</dt><dd dir=\"auto\">%s</dd>\n".formatted(word, escaped(value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
