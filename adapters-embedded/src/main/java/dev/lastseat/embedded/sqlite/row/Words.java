package dev.lastseat.embedded.sqlite.row;

import dev.lastseat.domain.shared.SearchWords;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as the tables of FTS5 have them (https://sqlite.org/fts5.html). */
public final class Words {
  private Words() {}

  /** What something is found by, as one text. */
  public static String text(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(" "));
  }

  /**
   * What is searched for, as a query (section 3): each word is quoted, so that nothing in it is an
   * operator, and one that is followed by * is a beginning.
   */
  public static String match(SearchWords words) {
    return Stream.concat(
            words.whole().stream().map(word -> '"' + word + '"'),
            words.beginning().map(word -> '"' + word + "\"*").stream())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
