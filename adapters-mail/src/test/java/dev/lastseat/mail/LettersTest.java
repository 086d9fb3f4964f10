package dev.lastseat.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.ALetter;
import dev.lastseat.domain.mail.Letter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {
  private static final Path FOLDERS = Path.of("src/main/resources/dev/lastseat/mail");
  private static final String HOSTILE = "<b onclick=\"x\">'&{{link}}</b>";

  private final Letters letters = new Letters(URI.create("https://shop.example.com"));

  static Stream<Arguments> everyLetterInEveryLanguage() throws IOException {
    return languages().stream()
        .flatMap(
            language ->
                Arrays.stream(Letter.Kind.values()).map(kind -> Arguments.of(language, kind)));
  }

  private static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(home().resolve(FOLDERS))) {
      List<String> languages =
          folders.filter(Files::isDirectory).map(it -> it.getFileName().toString()).toList();
      assertThat(languages).contains("en", "de");
      return languages;
    }
  }

  /** Of this module, wherever the tests were started. */
  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("adapters-mail") ? here : here.resolve("adapters-mail");
  }

  /** Nobody knows yet, or any more, who reads what comes to these addresses. */
  private static String greeting(Letter.Kind kind, String name) {
    boolean unknown = kind == Letter.Kind.VERIFY_EMAIL || kind == Letter.Kind.ADDRESS_CHANGED;
    return unknown ? "" : name;
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void a_letter_is_whole_in_its_language(String language, Letter.Kind kind) {
    Letters.Written written = write(language, kind, "Ada Lovelace");

    assertThat(written.language()).isEqualTo(language);
    assertThat(written.subject()).hasSizeBetween(10, 70).doesNotContain("{", "\r");
    assertThat(written.text())
        .contains(greeting(kind, "Ada Lovelace"))
        .doesNotContain("{{", "\n\n\n");
    assertThat(written.text().lines()).allMatch(line -> line.length() < 400);
    assertThat(written.html()).hasSizeLessThan(100_000).contains("lang=\"" + language + "\"");
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void text_and_html_say_the_same(String language, Letter.Kind kind) {
    Letters.Written written = write(language, kind, "Ada Lovelace");

    assertThat(seen(written.html())).isEqualTo(words(written.text()));
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void what_a_user_wrote_is_shown_and_not_obeyed(String language, Letter.Kind kind) {
    Letters.Written written = write(language, kind, HOSTILE);

    assertThat(written.text()).contains(greeting(kind, HOSTILE));
    assertThat(written.html())
        .doesNotContain("<b ", "</b>")
        .contains(greeting(kind, "&lt;b onclick&#x3D;&quot;x"));
    assertThat(seen(written.html())).isEqualTo(words(written.text()));
  }

  @ParameterizedTest
  @MethodSource("everyLetterInEveryLanguage")
  void nothing_is_loaded_from_elsewhere(String language, Letter.Kind kind) {
    assertThat(write(language, kind, "Ada").html().replace("src=\"cid:", ""))
        .doesNotContainIgnoringCase("src=", "url(", "<script", "<link", "http://");
  }

  @Test
  void what_is_packed_for_machines_without_a_jdk_knows_how_each_language_writes_dates()
      throws IOException {
    String languages = String.join(",", languages().stream().sorted().toList());

    assertThat(Files.readString(home().resolve("../dev/dist")))
        .contains("\nreadonly LOCALES=" + languages + "\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = Letter.Kind.class,
      names = {"VERIFY_EMAIL", "RESET_PASSWORD"})
  void a_token_stands_where_browsers_send_it_to_no_server(Letter.Kind kind) {
    String link = "https://shop.example.com/" + kind.word() + "#token=" + ALetter.TOKEN;
    Letters.Written written = write("en", kind, "Ada");

    assertThat(written.text().lines()).contains(link);
    assertThat(written.html()).contains("<a href=\"" + link.replace("=", "&#x3D;") + "\">");
  }

  @ParameterizedTest
  @EnumSource(Letter.Kind.class)
  void whose_language_nobody_has_translated_to_reads_english(Letter.Kind kind) {
    assertThat(write("tlh", kind, "Ada")).isEqualTo(write("en", kind, "Ada"));
    assertThat(write("", kind, "Ada")).isEqualTo(write("en", kind, "Ada"));
    assertThat(write("de-AT", kind, "Ada")).isEqualTo(write("de", kind, "Ada"));
  }

  private Letters.Written write(String language, Letter.Kind kind, String name) {
    return letters.write(ALetter.of(kind, name), Locale.forLanguageTag(language));
  }

  /** What a reader sees of it. */
  private static String seen(String html) {
    return words(
        html.replaceFirst("(?s).*<body[^>]*>", "")
            .replaceAll("<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&#x3D;", "=")
            .replace("&amp;", "&"));
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
