package dev.lastseat.domain.returns;

import dev.lastseat.domain.claim.Ordinals;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was given back of one booking since it was sold, the oldest first. */
public record Returns(List<Return> list) {
  public static final Returns NONE = new Returns(List.of());

  private static final String SEPARATOR = ";";
  private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);
  private static final Pattern BLANK = Pattern.compile(" ");

  public Returns {
    list = List.copyOf(list);
    long tickets = list.stream().mapToLong(it -> it.tickets().size()).sum();
    if (list.stream().flatMap(it -> it.tickets().stream()).distinct().count() < tickets) {
      throw new InvalidValue("returns", list, "must give each ticket back once");
    }
  }

  public Returns with(Return next) {
    return new Returns(Stream.concat(list.stream(), Stream.of(next)).toList());
  }

  /** The numbers of all tickets that were given back, ascending. */
  public List<Integer> tickets() {
    return list.stream().flatMap(it -> it.tickets().stream()).sorted().toList();
  }

  /** What is kept of the price of all of them. */
  public Money fees(Currency currency) {
    return list.stream().map(Return::fee).reduce(new Money(0, currency), Money::plus);
  }

  /** What was given back by the request of that name. */
  public Optional<Return> under(UUID key) {
    return list.stream().filter(it -> it.key().filter(key::equals).isPresent()).findFirst();
  }

  /**
   * One after the other: {@code 1-2 2.50 2026-11-27T09:41:48.112Z}, and the key where it had one.
   */
  public String text() {
    return list.stream().map(Returns::text).collect(Collectors.joining(SEPARATOR));
  }

  private static String text(Return one) {
    String tickets = Ordinals.text(one.tickets());
    return Stream.concat(
            Stream.of(tickets, one.fee().major().toPlainString(), one.at().toString()),
            one.key().map(UUID::toString).stream())
        .collect(Collectors.joining(" "));
  }

  /** What {@link #text} wrote of a booking in that currency. */
  public static Returns parse(String text, Currency currency) {
    return new Returns(
        SEPARATORS
            .splitAsStream(text)
            .filter(one -> !one.isEmpty())
            .map(one -> parse(BLANK.split(one), currency))
            .toList());
  }

  private static Return parse(String[] words, Currency currency) {
    return new Return(
        Ordinals.parse(words[0]),
        Money.ofMajor(new BigDecimal(words[1]), currency),
        Instant.parse(words[2]),
        Stream.of(words).skip(3).findFirst().map(UUID::fromString));
  }
}
