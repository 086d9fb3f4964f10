package dev.lastseat.mail;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import dev.lastseat.domain.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Mails as they travel: text, and the same as HTML, with nothing in them that tells whether
 * somebody read them.
 */
final class Messages {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Letters letters;
  private final Sender sender;
  private final Clock clock;

  Messages(Letters letters, Sender sender, Clock clock) {
    this.letters = letters;
    this.sender = sender;
    this.clock = clock;
  }

  MimeMessage message(Session session, Mail mail) throws MessagingException {
    Letters.Written written = letters.write(mail.letter(), mail.language());
    MimeMessage message = new Named(session, "<" + mail.id().value() + "@" + sender.host() + ">");
    message.setFrom(Sender.parse(sender.text()));
    message.setRecipient(Message.RecipientType.TO, recipient(mail));
    message.setSubject(written.subject(), UTF_8);
    message.setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no machine answers it
    message.setHeader("Content-Language", written.language());
    message.setContent(
        new MimeMultipart(
            "alternative", part(written.text(), "plain"), part(written.html(), "html")));
    message.saveChanges();
    return message;
  }

  private static InternetAddress recipient(Mail mail) throws MessagingException {
    InternetAddress address = new InternetAddress();
    address.setAddress(mail.to().value());
    address.validate();
    return address;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
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
