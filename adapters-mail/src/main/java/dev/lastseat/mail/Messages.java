package dev.lastseat.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.port.CodeImages;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Mails as they travel: text, and the same as HTML, with nothing in them that tells whether
 * somebody read them. What belongs to tickets comes along, and is not fetched from anywhere.
 */
record Messages(Letters letters, Sender sender, CodeImages images, Clock clock) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  MimeMessage message(Session session, Mail mail) throws MessagingException {
    Letters.Written written = letters.write(mail.letter(), mail.language());
    MimeMessage message = new Named(session, "<" + mail.id().value() + "@" + sender.host() + ">");
    message.setFrom(Sender.parse(sender.text()));
    message.setRecipient(Message.RecipientType.TO, recipient(mail));
    message.setSubject(shown(written.subject()), UTF_8);
    message.setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
    message.setHeader("Content-Language", written.language());
    if (mail.letter() instanceof BookingLetter.HoldEnding reminder) {
      String link = letters.shop() + "/api/v1/unsubscribe?token=" + reminder.token();
      message.setHeader("List-Unsubscribe", "<" + link + ">"); // RFC 2369
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
    }
    message.setContent(content(written, mail.letter()));
    message.saveChanges();
    return message;
  }

  /**
   * The text, or the same as HTML with its images; and a file for calendars, where there is one.
   */
  private MimeMultipart content(Letters.Written written, Letter letter) throws MessagingException {
    MimeMultipart words =
        new MimeMultipart("alternative", text(written.text(), "plain"), html(written));
    return letter instanceof BookingLetter booking && !booking.tickets().isEmpty()
        ? new MimeMultipart("mixed", part(words), calendar(booking.tickets()))
        : words;
  }

  private MimeBodyPart html(Letters.Written written) throws MessagingException {
    MimeBodyPart html = text(written.html(), "html");
    if (written.codes().isEmpty()) {
      return html;
    }
    MimeMultipart related = new MimeMultipart("related", html);
    for (String code : written.codes()) {
      MimeBodyPart image = file(images.png(code), "image/png", code + ".png");
      image.setDisposition(Part.INLINE);
      image.setContentID("<" + Letters.image(code) + ">");
      related.addBodyPart(image);
    }
    return part(related);
  }

  private MimeBodyPart calendar(List<Ticket> tickets) throws MessagingException {
    CalendarFile file =
        CalendarFile.of(tickets, Sender.parse(sender.text()).getAddress(), clock.instant());
    return file(
        file.text().getBytes(StandardCharsets.UTF_8),
        "text/calendar; charset=UTF-8; method=" + file.method(),
        "tickets.ics");
  }

  /** What somebody named like an encoded word (RFC 2047) would be read as something else. */
  private static String shown(String subject) {
    return subject.replace("=?", "= ?");
  }

  private static InternetAddress recipient(Mail mail) throws MessagingException {
    InternetAddress address = new InternetAddress();
    address.setAddress(mail.to().value());
    address.validate();
    return address;
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static MimeBodyPart part(MimeMultipart parts) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  /** Byte for byte, whatever is done to texts on the way. */
  private static MimeBodyPart file(byte[] bytes, String type, String name)
      throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setFileName(name);
    return part;
  }

  /** The library would make a name of its own, another one each time. */
  private static final class Named extends MimeMessage {
    private final String name;

    Named(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
