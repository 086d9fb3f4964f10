package dev.lastseat.http.ticket;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.lastseat.application.ticket.IssuedTicket;
import dev.lastseat.application.ticket.ShowTickets.TicketsOfBooking;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.Schedule;
import dev.lastseat.domain.port.CodeImages;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.http.json.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The good tickets of a booking as a page to print, each on a sheet of its own. It fetches nothing,
 * so that a copy of it is whole.
 */
record TicketPage(Locale language, String html) {
  private static final Template PAGE = Mustache.compiler().compile(resource("tickets.html"));
  private static final String STYLE = resource("tickets.css");

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

  /** When and where. A list is of one or none: what the template says once or not at all. */
  private record Showing(String date, List<String> doors, String venue) {}

  /** A ticket; its image is markup. The same goes for its lists. */
  private record Sheet(
      String image, String code, List<Integer> place, List<String> visitor, int number) {}

  /**
   * @param languages as {@code Accept-Language} says (RFC 9110, section 12.5.4)
   */
  static TicketPage of(TicketsOfBooking booking, CodeImages images, @Nullable String languages) {
    Words words = words(languages);
    String ticket = booking.booking().booking().details().ticketNumber().value();
    Optional<EventDetails> event = booking.booking().event().map(it -> it.details());
    Map<String, Object> values =
        Map.of(
            "words",
            words,
            "style",
            STYLE,
            "title", // an event of which nothing is known any more does not hide its tickets
            event.map(EventDetails::name).orElse(ticket),
            "showing",
            event.stream().map(it -> showing(it, words.language())).toList(),
            "ticket",
            ticket,
            "sheets",
            booking.tickets().stream().flatMap(it -> sheet(it, images)).toList());
    return new TicketPage(words.language(), PAGE.execute(values));
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

  private static Stream<Sheet> sheet(IssuedTicket ticket, CodeImages images) {
    return ticket.code().map(TicketCode::value).stream()
        .map(
            code ->
                new Sheet(
                    images.svg(code),
                    code,
                    ticket.place().stream().toList(),
                    ticket.visitor().map(Visitor::name).stream().toList(),
                    ticket.id().number()));
  }

  private static Showing showing(EventDetails event, Locale language) {
    Schedule schedule = event.schedule();
    return new Showing(
        local(schedule.begins(), schedule, language),
        schedule.doors().map(doors -> local(doors, schedule, language)).stream().toList(),
        event.venue());
  }

  /** By the clocks where the event takes place, which are named. */
  private static String local(Instant at, Schedule schedule, Locale language) {
    ZonedDateTime local = at.atZone(schedule.zone());
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(language).format(local)
        + DateTimeFormatter.ofPattern(", HH:mm z", language).format(local);
  }

  private static String resource(String name) {
    try (InputStream resource =
        Objects.requireNonNull(TicketPage.class.getResourceAsStream(name))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
