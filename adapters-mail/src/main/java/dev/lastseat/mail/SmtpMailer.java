package dev.lastseat.mail;

import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Gives mails to a server, over a connection each. */
final class SmtpMailer implements Mailer {
  /** For connecting, and for each answer and each write. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a server that says "not now" is left alone. */
  static final Duration NOT_NOW = Duration.ofMinutes(5);

  private final SmtpServer server;
  private final Messages messages;
  private final Session session;

  SmtpMailer(SmtpServer server, Messages messages, String clientName, Duration patience) {
    this.server = server;
    this.messages = messages;
    this.session = Session.getInstance(properties(server, clientName, patience));
  }

  private static Properties properties(SmtpServer server, String clientName, Duration patience) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.localhost", clientName);
    properties.setProperty("mail.mime.allowutf8", "true"); // RFC 6531, where the server knows it
    properties.setProperty("mail.smtp.auth", String.valueOf(server.logIn().isPresent()));
    for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.smtp." + limit, String.valueOf(patience.toMillis()));
    }
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> properties.setProperty("mail.smtp.starttls.required", "true");
      case OPTIONAL -> properties.setProperty("mail.smtp.starttls.enable", "true");
    }
    return properties;
  }

  @Override
  public Sending send(Mail mail) {
    try {
      MimeMessage message = messages.message(session, mail);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(
            server.host(),
            server.port(),
            server.logIn().map(SmtpServer.LogIn::user).orElse(null),
            server.logIn().map(SmtpServer.LogIn::password).orElse(null));
        transport.sendMessage(message, message.getAllRecipients());
      }
      return new Sending.Sent();
    } catch (AddressException unusable) {
      return new Sending.Refused(String.valueOf(unusable.getMessage()));
    } catch (MessagingException failed) {
      return sending(failed);
    }
  }

  /**
   * An answer that is final concerns the recipient or the mail. All else, the log-in and the sender
   * too, is for an admin to mend, and may go well then.
   */
  private static Sending sending(MessagingException failed) {
    String reason = reason(failed);
    for (Exception it = failed; it != null; it = next(it)) {
      int code = answerOf(it);
      if (code >= 500) {
        return new Sending.Refused(reason);
      }
      if (code >= 400) {
        return new Sending.PutOff(reason, Optional.of(NOT_NOW));
      }
    }
    return new Sending.PutOff(reason, Optional.empty());
  }

  /** The code with which the server answered to the recipient or to the mail, or else 0. */
  private static int answerOf(Exception failed) {
    return switch (failed) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSendFailedException sending when !sending.getCommand().startsWith("MAIL") ->
          sending.getReturnCode();
      default -> 0;
    };
  }

  private static @Nullable Exception next(Exception failed) {
    return failed instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** What went wrong, and below that what the server said. */
  private static String reason(MessagingException failed) {
    StringBuilder reason = new StringBuilder();
    for (Exception it = failed; it != null; it = next(it)) {
      String message = String.valueOf(it.getMessage()).strip();
      if (reason.indexOf(message) < 0) {
        reason.append(reason.isEmpty() ? "" : ": ").append(message);
      }
    }
    return reason.toString();
  }
}
