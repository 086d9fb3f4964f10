package dev.lastseat.domain.payment;

import dev.lastseat.domain.shared.Money;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Refunds of a payment, each by what its provider calls it. */
public record Refunds(SortedMap<String, Money> byName) {
  /** So many of one payment are recorded by hand: each fact of it has all of them. */
  public static final int MAX = 100;

  static final Comparator<Money> BY_AMOUNT =
      Comparator.comparingLong(Money::minorUnits)
          .thenComparing(money -> money.currency().getCurrencyCode());

  public static final Refunds NONE = new Refunds(Collections.emptySortedMap());

  public Refunds {
    byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
  }

  /** All of them, in minor units. */
  public long minorUnits() {
    return byName.values().stream().mapToLong(Money::minorUnits).reduce(0, Math::addExact);
  }

  /** The one that its provider calls so. */
  public Optional<Money> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** With one more; where it is there with another amount, the larger one counts. */
  Refunds with(String name, Money amount) {
    SortedMap<String, Money> more = new TreeMap<>(byName);
    more.merge(name, amount, BinaryOperator.maxBy(BY_AMOUNT));
    return new Refunds(more);
  }

  /** Those that can have gone back of that amount, in the order of their names. */
  Refunds of(Money amount) {
    SortedMap<String, Money> fitting = new TreeMap<>();
    long left = amount.minorUnits();
    for (Map.Entry<String, Money> refund : byName.entrySet()) {
      Money back = refund.getValue();
      if (back.currency().equals(amount.currency()) && back.minorUnits() <= left) {
        fitting.put(refund.getKey(), back);
        left -= back.minorUnits();
      }
    }
    return new Refunds(fitting);
  }

  /** Such as {@code re_1=1250 EUR,re_2=1 EUR}, in minor units. */
  public String text() {
    return byName.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue().minorUnits() + " " + code(it.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String code(Money amount) {
    return amount.currency().getCurrencyCode();
  }

  /** As {@link #text} has it. */
  public static Refunds parse(String text) {
    SortedMap<String, Money> refunds = new TreeMap<>();
    Arrays.stream(text.split(","))
        .filter(refund -> !refund.isEmpty())
        .map(refund -> refund.split("[= ]", 3))
        .forEach(
            part ->
                refunds.put(part[0], new Money(Long.parseLong(part[1]), Money.currency(part[2]))));
    return new Refunds(refunds);
  }
}
