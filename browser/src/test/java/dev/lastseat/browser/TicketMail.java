package dev.lastseat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a buyer is mailed, by a program that has no mail server and writes files instead. */
final class TicketMail {
  private static final int PATIENCE_SECONDS = 30;

  private TicketMail() {}

  /** The images in the only mail of the folder, once it is there. */
  static List<byte[]> images(Path folder)
      throws IOException, MessagingException, InterruptedException {
    Session session = Session.getInstance(new Properties());
    try (InputStream mail = Files.newInputStream(await(folder))) {
      List<byte[]> images = new ArrayList<>();
      collect(new MimeMessage(session, mail), images);
      return images;
    }
  }

  private static Path await(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      List<Path> mails = mails(folder);
      while (mails.isEmpty()) {
        var change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(change).as("a mail in " + folder).isNotNull();
        change.reset();
        mails = mails(folder);
      }
      assertThat(mails).hasSize(1);
      return mails.getFirst();
    }
  }

  private static List<Path> mails(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  private static void collect(Part part, List<byte[]> images)
      throws IOException, MessagingException {
    if (part.isMimeType("image/png")) {
      try (InputStream image = part.getInputStream()) {
        images.add(image.readAllBytes());
      }
    } else if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), images);
      }
    }
  }
}
