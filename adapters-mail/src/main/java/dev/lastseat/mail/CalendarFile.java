package dev.lastseat.mail;

import dev.lastseat.domain.booking.BookingDetails;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.mail.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Tickets as a file that calendars read (iCalendar, RFC 5545; its methods are those of RFC 5546).
 * An entry keeps its name, the id of the booking, so that a later file changes or removes it. It
 * has an end where the event has one.
 */
final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** In bytes, without the line break (RFC 5545, section 3.1). */
  private static final int LONGEST_LINE = 75;

  private final StringBuilder text = new StringBuilder();
  private final String method;

  private CalendarFile(String method) {
    this.method = method;
  }

  /**
   * @param tickets at least one; all of them are good, or none is
   * @param organiser whom answers go to: an address
   */
  static CalendarFile of(List<Ticket> tickets, String organiser, Instant now) {
    boolean good = tickets.getFirst().isGood();
    CalendarFile file = new CalendarFile(good ? "PUBLISH" : "CANCEL");
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Lastseat//Tickets//EN");
    file.line("METHOD", file.method);
    tickets.forEach(ticket -> file.entry(ticket, organiser, now));
    file.line("END", "VCALENDAR");
    return file;
  }

  String text() {
    return text.toString();
  }

  String method() {
    return method;
  }

  private void entry(Ticket ticket, String organiser, Instant now) {
    EventDetails event = ticket.event().details();
    BookingDetails booking = ticket.booking().details();
    line("BEGIN", "VEVENT");
    line("UID", booking.id().value());
    line("SEQUENCE", String.valueOf(ticket.revision()));
    line("DTSTAMP", UTC.format(now));
    line("DTSTART", UTC.format(event.date()));
    event.schedule().ends().ifPresent(end -> line("DTEND", UTC.format(end)));
    line("SUMMARY", escaped(event.name()));
    line("LOCATION", escaped(event.venue()));
    line("DESCRIPTION", escaped(booking.ticketNumber().value()));
    line("ORGANIZER", "mailto:" + organiser);
    line("STATUS", ticket.isGood() ? "CONFIRMED" : "CANCELLED");
    line("END", "VEVENT");
  }

  private static String escaped(String value) {
    return value.replaceAll("[\\\\;,]", "\\\\$0");
  }

  /** A long line goes on in the next one, after a blank; no character is cut in two. */
  private void line(String name, String value) {
    int length = 0;
    for (int character : (name + ":" + value).codePoints().toArray()) {
      String next = Character.toString(character);
      int bytes = next.getBytes(StandardCharsets.UTF_8).length;
      if (length + bytes > LONGEST_LINE) {
        text.append("\r\n ");
        length = 1;
      }
      text.append(next);
      length += bytes;
    }
    text.append("\r\n");
  }
}
