package dev.lastseat.mail;

import dev.lastseat.domain.port.CodeImages;
import dev.lastseat.domain.port.Mailer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Makes what sends mails. */
public final class MailAdapters {
  private final Messages messages;
  private final Sender sender;

  /** Nothing is opened before a mail is sent. */
  public MailAdapters(Sender sender, URI shop, CodeImages images, Clock clock) {
    this.sender = sender;
    this.messages = new Messages(new Letters(shop), sender, images, clock);
  }

  public Mailer smtp(SmtpServer server) {
    return new SmtpMailer(server, messages, sender.host(), SmtpMailer.PATIENCE);
  }

  /** Each mail becomes a file in the folder, which is made when it is needed. */
  public Mailer files(Path folder) {
    return new FileMailer(folder, messages);
  }
}
