package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Links inside the project lead somewhere. */
class LinksTest {
  /** The target of an inline link, without its anchor. */
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

  /** A class, or a file with its ending, by its last name. */
  private static final Pattern NAME = Pattern.compile("`(?:[\\w/-]+/)?([A-Z]\\w+|[\\w.]*\\.\\w+)`");

  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

  @TestFactory
  Stream<DynamicTest> every_relative_link_of_a_page_leads_to_a_file_or_folder() throws IOException {
    return Project.pages().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Project.ROOT.relativize(page).toString(),
                    () -> assertThat(brokenLinks(page)).isEmpty()));
  }

  @Test
  void the_pages_and_their_links_are_found() throws IOException {
    assertThat(Project.pages())
        .contains(Project.ROOT.resolve("README.md"), Project.ROOT.resolve("docs/architecture.md"));
    assertThat(links(Project.ROOT.resolve("README.md"))).contains("docs/architecture.md");
  }

  @Test
  void the_checklists_of_contributing_name_classes_and_files_that_are_there() throws IOException {
    String page = Files.readString(Project.ROOT.resolve("CONTRIBUTING.md"));
    String lists = page.substring(page.indexOf("## The commonest"), page.indexOf("## How code"));
    List<String> names = NAME.matcher(lists).results().map(name -> name.group(1)).toList();
    assertThat(names).hasSizeGreaterThan(20);
    Set<String> files = files();
    assertThat(names)
        .allMatch(name -> files.contains(name) || files.contains(name + ".java"), "is a file");
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(Project.ROOT)) {
      return all.filter(file -> !file.toString().contains("target"))
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }

  private static List<String> brokenLinks(Path page) throws IOException {
    return links(page).stream().filter(link -> !Files.exists(page.resolveSibling(link))).toList();
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .toList();
  }
}
