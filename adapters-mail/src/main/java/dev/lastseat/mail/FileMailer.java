package dev.lastseat.mail;

import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/** Writes each mail into a file of its own, for where there is no server. */
final class FileMailer implements Mailer {
  private static final System.Logger LOG = System.getLogger(FileMailer.class.getName());

  private final Path folder;
  private final Messages messages;
  private final Session session = Session.getInstance(new Properties());

  FileMailer(Path folder, Messages messages) {
    this.folder = folder;
    this.messages = messages;
  }

  /** The file stands there whole or not at all. */
  @Override
  public Sending send(Mail mail) {
    Path file = folder.resolve(mail.id().value() + ".eml");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      messages.message(session, mail).writeTo(bytes);
      Files.createDirectories(folder);
      Path part = folder.resolve(mail.id().value() + ".part");
      Files.write(part, bytes.toByteArray());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      LOG.log(Level.INFO, "mail written to {0}", file);
      return new Sending.Sent();
    } catch (AddressException unusable) {
      return new Sending.Refused(String.valueOf(unusable.getMessage()));
    } catch (IOException | MessagingException failed) {
      return new Sending.PutOff(file + " cannot be written: " + failed, Optional.empty());
    }
  }
}
