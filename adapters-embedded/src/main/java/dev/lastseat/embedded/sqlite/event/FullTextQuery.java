package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.SearchWords;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody searches for, as a query of FTS5 (https://sqlite.org/fts5.html, section 3): words,
 * each quoted, so that nothing in them is an operator, and one that is followed by * as a
 * beginning.
 */
final class FullTextQuery {
  private FullTextQuery() {}

  static String of(SearchWords words) {
    return Stream.concat(
            words.whole().stream().map(FullTextQuery::quoted),
            words.beginning().map(word -> quoted(word) + '*').stream())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return '"' + word + '"';
  }
}
