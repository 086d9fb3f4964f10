package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.event.SearchWords;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Text that somebody searches for, as a query of FTS5 (https://sqlite.org/fts5.html, section 3):
 * its words, each quoted, so that nothing in it is an operator. An event is indexed by words that
 * are made in the same way.
 */
final class FullTextQuery {
  private FullTextQuery() {}

  /** Empty when there is no word in the text. */
  static Optional<String> of(String text) {
    String query =
        SearchWords.of(text).stream()
            .map(word -> '"' + word + '"')
            .sorted()
            .collect(Collectors.joining(" "));
    return query.isEmpty() ? Optional.empty() : Optional.of(query);
  }
}
