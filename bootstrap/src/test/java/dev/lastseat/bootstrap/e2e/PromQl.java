package dev.lastseat.bootstrap.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for.
 *
 * @param selectors the series
 * @param grouping the labels that it groups them by
 */
record PromQl(List<Selector> selectors, Set<String> grouping) {
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(?:\\{([^}]*)\\})?(?=[^a-zA-Z0-9_:(]|$)(?!\\s*\\()");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"([^\"]*)\"");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** Series of a name whose labels match, each by a whole regular expression. */
  record Selector(String metric, Map<String, Pattern> labels) {
    boolean matches(Series one) {
      return one.metric().equals(metric)
          && labels.entrySet().stream()
              .allMatch(it -> it.getValue().matcher(one.label(it.getKey())).matches());
    }
  }

  /** A line that is no comment of what Prometheus reads. */
  record Series(String metric, Map<String, String> labels) {
    /** As Prometheus sees it: one that there is not is empty. */
    private String label(String name) {
      return labels.getOrDefault(name, "");
    }

    static Series of(String line) {
      Map<String, String> labels = new LinkedHashMap<>();
      MATCHER.matcher(line).results().forEach(it -> labels.put(it.group(1), it.group(3)));
      return new Series(line.replaceFirst("[{ ].*", ""), labels);
    }
  }

  static PromQl of(String expression) {
    String ranges = expression.replaceAll("\\[[^\\]]*\\]", "");
    Set<String> grouping = new LinkedHashSet<>();
    GROUPING
        .matcher(ranges)
        .results()
        .forEach(it -> grouping.addAll(List.of(it.group(1).split("\\s*,\\s*"))));
    List<Selector> selectors = new ArrayList<>();
    SELECTOR
        .matcher(GROUPING.matcher(ranges).replaceAll(""))
        .results()
        .filter(it -> !WORDS.contains(it.group(1)))
        .forEach(it -> selectors.add(new Selector(it.group(1), matchers(it.group(2)))));
    return new PromQl(selectors, grouping);
  }

  private static Map<String, Pattern> matchers(String text) {
    Map<String, Pattern> labels = new LinkedHashMap<>();
    if (text != null) {
      MATCHER
          .matcher(text)
          .results()
          .forEach(
              it ->
                  labels.put(
                      it.group(1),
                      it.group(2).equals("=")
                          ? Pattern.compile(Pattern.quote(it.group(3)))
                          : Pattern.compile(it.group(3))));
    }
    return labels;
  }
}
