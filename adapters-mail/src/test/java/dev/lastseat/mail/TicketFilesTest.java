package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dev.lastseat.domain.booking.Booking;
import dev.lastseat.domain.booking.Reason;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.fake.FakeCodeImages;
import dev.lastseat.domain.fixture.ABooking;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.EventChange;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.ticket.SealedCode;
import dev.lastseat.domain.ticket.TicketCode;
import dev.lastseat.domain.user.Email;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What comes with a ticket: a code for scanners, and a file for calendars. */
class TicketFilesTest {
  private static final String NAME = "Ω; \\ a name, of 🎷s that is \"long\": " + "x🎷".repeat(60);
  private static final Event CONCERT = AnEvent.published("concert").named(NAME).event();
  private static final Booking.Confirmed BOOKING = ABooking.of(CONCERT.id(), 4, 5).confirmed();
  private static final String NUMBER = BOOKING.details().ticketNumber().value();

  @Test
  void each_ticket_of_a_booking_comes_with_its_code_as_an_image() throws Exception {
    List<TicketCode> codes =
        List.of(
            SealedCode.of(BOOKING.details().ticketNumber(), 1, "a".repeat(64)),
            SealedCode.of(BOOKING.details().ticketNumber(), 2, "b".repeat(64)));
    MimeMultipart related = related(message(new Ticket(CONCERT, BOOKING, codes)));

    assertThat(related.getCount()).isEqualTo(1 + codes.size());
    for (int i = 0; i < codes.size(); i++) {
      BodyPart image = related.getBodyPart(1 + i);
      String code = codes.get(i).value();
      assertThat(image.getContentType()).startsWith("image/png");
      assertThat(image.getDisposition()).isEqualTo("inline");
      assertThat(image.getHeader("Content-ID")).containsExactly("<" + Letters.image(code) + ">");
      assertThat(image.getInputStream()).hasBinaryContent(new FakeCodeImages().png(code));
    }
  }

  @Test
  void a_calendar_reads_of_a_ticket_what_and_when_and_where() throws Exception {
    BodyPart file = calendar(message(new Ticket(CONCERT, BOOKING)));
    VEvent entry = entry(file);

    assertThat(file.getContentType()).contains("text/calendar", "method=PUBLISH");
    assertThat(file.getFileName()).isEqualTo("tickets.ics");
    assertThat(entry.getUid().getValue()).isEqualTo(BOOKING.id().value());
    assertThat(entry.getSummary().getValue()).isEqualTo(NAME);
    assertThat(entry.getLocation().getValue()).isEqualTo("Town Hall");
    assertThat(entry.getDescription().getValue()).isEqualTo(NUMBER);
    assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(CONCERT.details().date());
    assertThat(entry.getSequence().getValue()).isEqualTo(1);
    assertThat(entry.getStatus().isConfirmed()).isTrue();
    assertThat(entry.getOrganizer().getEmail()).isEqualTo("shop@example.com");
  }

  @Test
  void a_file_for_calendars_keeps_to_the_form() throws Exception {
    byte[] bytes = calendar(message(new Ticket(CONCERT, BOOKING))).getInputStream().readAllBytes();
    String text = new String(bytes, StandardCharsets.UTF_8);
    ICalendar calendar = Biweekly.parse(text).first();

    assertThat(calendar.validate(calendar.getVersion()).getWarnings()).isEmpty();
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(text.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void a_change_of_the_event_changes_the_entry_that_was_made_before() throws Exception {
    Instant later = CONCERT.details().date().plus(Duration.ofDays(1));
    Event moved =
        CONCERT.change(EventChange.of(CONCERT.details()).on(later).details(), TickingClock.START);
    VEvent before = entry(calendar(message(new Ticket(CONCERT, BOOKING))));
    VEvent after = entry(calendar(message(new Ticket(moved, BOOKING))));

    assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
    assertThat(after.getDateStart().getValue()).isEqualTo(Date.from(later));
  }

  @Test
  void a_ticket_that_is_not_good_any_more_takes_its_entry_out() throws Exception {
    Booking.Cancelled cancelled = BOOKING.cancel(TickingClock.START, Reason.NOT_GIVEN);
    MimeMessage message = message(new BookingLetter.Cancelled("Ada", CONCERT, cancelled));
    VEvent before = entry(calendar(message(new Ticket(CONCERT, BOOKING))));
    VEvent after = entry(calendar(message));

    assertThat(calendar(message).getContentType()).contains("method=CANCEL");
    assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
    assertThat(after.getStatus().isCancelled()).isTrue();
  }

  @Test
  void the_name_of_an_event_is_shown_in_the_subject_and_not_decoded() throws Exception {
    Event event = AnEvent.published("e").named("=?utf-8?q?=0D=0ABcc:_eve@example.com?=").event();
    Booking.Confirmed booking = ABooking.of(event.id(), 1).confirmed();

    assertThat(message(new Ticket(event, booking)).getSubject())
        .endsWith("= ?utf-8?q?=0D=0ABcc:_eve@example.com?=");
  }

  private static MimeMessage message(Ticket ticket) throws Exception {
    return message(new BookingLetter.Confirmed("Ada", ticket));
  }

  /** As it arrives. */
  private static MimeMessage message(BookingLetter letter) throws Exception {
    Session session = Session.getInstance(new Properties());
    Mail mail = new Mail(new JobId("job-1"), new Email("ada@example.com"), Locale.ENGLISH, letter);
    var bytes = new ByteArrayOutputStream();
    Mails.MESSAGES.message(session, mail).writeTo(bytes);
    return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static MimeMultipart related(MimeMessage message) throws Exception {
    MimeMultipart mixed = (MimeMultipart) message.getContent();
    MimeMultipart words = (MimeMultipart) mixed.getBodyPart(0).getContent();
    return (MimeMultipart) words.getBodyPart(1).getContent();
  }

  private static BodyPart calendar(MimeMessage message) throws Exception {
    return ((MimeMultipart) message.getContent()).getBodyPart(1);
  }

  private static VEvent entry(BodyPart file) throws Exception {
    List<VEvent> entries = Biweekly.parse(file.getInputStream()).first().getEvents();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
