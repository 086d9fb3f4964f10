package dev.lastseat.domain.fact.aggregate;

import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Spelled;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of one aggregate, by name, each written in one way. */
final class FactFields {
  private final SortedMap<String, String> texts = new TreeMap<>();

  /** What is absent, or an empty text or list, is left out. */
  FactFields with(String name, Object value) {
    String text = text(value);
    if (!text.isEmpty()) {
      texts.put(name, text);
    }
    return this;
  }

  /** In major units, and its currency. */
  FactFields money(String name, Money amount) {
    return with(name, amount.major().toPlainString())
        .with("currency", amount.currency().getCurrencyCode());
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Optional<?> maybe -> maybe.map(FactFields::text).orElse("");
      case Spelled named -> named.word();
      case Collection<?> several ->
          several.stream().map(FactFields::text).collect(Collectors.joining(","));
      case Record whole -> throw new IllegalArgumentException("no field is all of " + whole);
      default -> value.toString();
    };
  }

  SortedMap<String, String> texts() {
    return texts;
  }
}
