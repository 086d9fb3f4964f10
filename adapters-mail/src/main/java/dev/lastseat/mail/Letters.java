package dev.lastseat.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.lastseat.domain.mail.BookingLetter;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Ticket;
import dev.lastseat.domain.ticket.TicketCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
  /** A value that is missing is an error; an empty text is not said. */
  private static final Mustache.Compiler HTML =
      Mustache.compiler().strictSections(true).emptyStringIsFalse(true);

  private static final Mustache.Compiler TEXT = HTML.escapeHTML(false);

  /**
   * A letter in one language.
   *
   * @param codes those whose images are in the HTML, by {@link #image}
   */
  record Written(String language, String subject, String text, String html, List<String> codes) {}

  /** A paragraph; whether it is a link, and the codes in it. */
  private record Paragraph(List<String> lines, boolean link, List<String> codes) {}

  Written write(Letter letter, Locale language) {
    String folder = folder(letter.kind(), language);
    Map<String, Object> values = new LetterValues(shop, new Formats(Locale.of(folder))).of(letter);
    String whole =
        TEXT.withLoader(part -> new StringReader(read(file(folder, part))))
            .compile(read(file(folder, letter.kind().word())))
            .execute(values);
    String[] subjectAndText = whole.split("\n", 2);
    String text = subjectAndText[1].strip() + "\n";
    List<String> codes = codes(letter);
    String html = html(folder, subjectAndText[0], text, codes);
    return new Written(folder, subjectAndText[0], text, html, codes);
  }

  /** By what the HTML finds the image of a code, among the parts of its mail. */
  static String image(String code) {
    return code + "@tickets";
  }

  private static List<String> codes(Letter letter) {
    return letter instanceof BookingLetter booking
        ? booking.tickets().stream()
            .map(Ticket::codes)
            .flatMap(List::stream)
            .map(TicketCode::value)
            .toList()
        : List.of();
  }

  private String html(String language, String subject, String text, List<String> codes) {
    List<Paragraph> paragraphs =
        Arrays.stream(text.strip().split("\n\n+")).map(it -> paragraph(it, codes)).toList();
    Template layout = HTML.compile(read("letter.html"));
    return layout.execute(
        Map.of("language", language, "subject", subject, "paragraphs", paragraphs));
  }

  private Paragraph paragraph(String text, List<String> codes) {
    List<String> shown = codes.stream().filter(text::contains).toList();
    return new Paragraph(text.lines().toList(), text.startsWith(shop + "/"), shown);
  }

  /** Languages nobody has translated to are read in English. */
  private static String folder(Letter.Kind kind, Locale language) {
    String folder = language.getLanguage();
    boolean known =
        !folder.isEmpty() && Letters.class.getResource(file(folder, kind.word())) != null;
    return known ? folder : Locale.ENGLISH.getLanguage();
  }

  private static String file(String folder, String word) {
    return folder + "/" + word + ".txt";
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
