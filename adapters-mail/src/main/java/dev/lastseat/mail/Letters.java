package dev.lastseat.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.lastseat.domain.mail.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a letter. A file says it as text: the subject in the first line, then paragraphs
 * with blank lines between them. What is shown as HTML is made of the very same paragraphs, each of
 * them escaped, so that both say the same.
 *
 * @param shop where links lead to
 */
record Letters(URI shop) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Escapes nothing: for text. A value that is missing is an error, here and below. */
  private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);

  private static final Mustache.Compiler HTML = Mustache.compiler();

  /** A letter in one language. */
  record Written(String language, String subject, String text, String html) {}

  /** A paragraph, and where it leads to if it is a link. */
  private record Paragraph(String words, boolean link) {}

  Written write(Letter letter, Locale language) {
    String folder = folder(letter.kind(), language);
    String whole = TEXT.compile(read(file(folder, letter.kind()))).execute(values(letter));
    String[] subjectAndText = whole.split("\n", 2);
    String text = subjectAndText[1].strip() + "\n";
    return new Written(folder, subjectAndText[0], text, html(folder, subjectAndText[0], text));
  }

  private String html(String language, String subject, String text) {
    List<Paragraph> paragraphs =
        Arrays.stream(text.strip().split("\n\n+"))
            .map(it -> new Paragraph(it, it.startsWith(shop + "/")))
            .toList();
    Template layout = HTML.compile(read("letter.html"));
    return layout.execute(
        Map.of("language", language, "subject", subject, "paragraphs", paragraphs));
  }

  private Map<String, String> values(Letter letter) {
    return switch (letter) {
      case Letter.VerifyEmail(String name, String token, Instant goodUntil) ->
          Map.of("name", name, "link", link("verify-email", token), "until", time(goodUntil));
      case Letter.ResetPassword(String name, String token, Instant goodUntil) ->
          Map.of("name", name, "link", link("reset-password", token), "until", time(goodUntil));
      case Letter.AddressTaken(String name) -> Map.of("name", name, "link", forgotten());
      case Letter.PasswordChanged(String name, Instant at) -> happened(name, at);
      case Letter.PasskeyAdded(String name, Instant at) -> happened(name, at);
      case Letter.AddressChanged(String name, Instant at) -> happened(name, at);
      case Letter.AccountErased(String name, Instant at) -> happened(name, at);
      case Letter.SessionReused(String name, Instant at) -> happened(name, at);
    };
  }

  private Map<String, String> happened(String name, Instant at) {
    return Map.of("name", name, "at", time(at), "link", forgotten());
  }

  /** The token stands behind the #, which browsers send to no server. */
  private String link(String page, String token) {
    return shop + "/" + page + "#token=" + token;
  }

  private String forgotten() {
    return shop + "/forgot-password";
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  /** Languages nobody has translated to are read in English. */
  private static String folder(Letter.Kind kind, Locale language) {
    String folder = language.getLanguage();
    boolean known = !folder.isEmpty() && Letters.class.getResource(file(folder, kind)) != null;
    return known ? folder : Locale.ENGLISH.getLanguage();
  }

  private static String file(String folder, Letter.Kind kind) {
    return folder + "/" + kind.word() + ".txt";
  }

  private static String read(String resource) {
    try (InputStream file = Letters.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
