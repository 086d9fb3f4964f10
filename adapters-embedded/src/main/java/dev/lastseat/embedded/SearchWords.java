package dev.lastseat.embedded;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that somebody searches for, as a query of FTS5 (https://sqlite.org/fts5.html, section 3):
 * its words, each quoted, so that nothing in it is an operator. Words are cut as the tokenizer cuts
 * them.
 */
final class SearchWords {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private SearchWords() {}

  /** Empty when there is no word in the text. */
  static Optional<String> query(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String query =
        BETWEEN
            .splitAsStream(plain)
            .filter(word -> !word.isEmpty())
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(" "));
    return query.isEmpty() ? Optional.empty() : Optional.of(query);
  }
}
