package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links inside the project lead somewhere, and what lists of changes name is there. */
class LinksTest {
  /** The target of an inline link: a file, empty for the page itself, and a heading of it. */
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)#?([^)\\s]*)[^)]*\\)");

  /** A class, perhaps with a member, or a file with its ending, by its last name. */
  private static final Pattern NAME =
      Pattern.compile("`(?:[\\w/-]+/)?([A-Z]\\w*[a-z]\\w*|[\\w.]*\\.\\w+)`");

  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @TestFactory
  Stream<DynamicTest> every_relative_link_of_a_page_leads_to_a_file_and_to_a_heading_of_it()
      throws IOException {
    return Project.pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Project.ROOT.relativize(page).toString(),
                    () -> assertThat(brokenLinks(page)).isEmpty()));
  }

  @Test
  void the_pages_their_links_and_their_headings_are_found() throws IOException {
    Path architecture = Project.ROOT.resolve("docs/architecture.md");
    assertThat(Project.pages()).contains(Project.ROOT.resolve("README.md"), architecture);
    assertThat(links(Project.ROOT.resolve("README.md")))
        .extracting(link -> link.group(1))
        .contains("docs/architecture.md");
    assertThat(links(architecture))
        .extracting(link -> link.group(2))
        .contains("where-would-i-change-");
    assertThat(headings(architecture)).contains("where-would-i-change-");
  }

  @ParameterizedTest
  @CsvSource({
    "CONTRIBUTING.md, The commonest changes, How code looks",
    "docs/architecture.md, Where would I change, Another store"
  })
  void lists_of_changes_name_classes_and_files_that_are_there(String page, String from, String to)
      throws IOException {
    String text = Files.readString(Project.ROOT.resolve(page));
    String lists = text.substring(text.indexOf("## " + from), text.indexOf("## " + to));
    List<String> names = NAME.matcher(lists).results().map(name -> name.group(1)).toList();
    assertThat(names).hasSizeGreaterThan(20);
    Set<String> files = files();
    assertThat(names)
        .allMatch(
            name ->
                files.contains(name) || files.contains(name.replaceFirst("\\..*", "") + ".java"),
            "is a file");
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(Project.ROOT)) {
      return all.filter(file -> !file.toString().contains("target"))
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  private static List<String> brokenLinks(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : links(page)) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
      String heading = link.group(2);
      if (!Files.exists(target) || !(heading.isEmpty() || headings(target).contains(heading))) {
        broken.add(link.group());
      }
    }
    return broken;
  }

  private static List<MatchResult> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .filter((MatchResult link) -> !ELSEWHERE.matcher(link.group(1)).matches())
        .toList();
  }

  /** As those who show pages name them. */
  private static Set<String> headings(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
          .map(heading -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    }
  }
}
