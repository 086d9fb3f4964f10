package dev.lastseat.domain.event;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.shared.TextKey;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;

/**
 * What an admin says of an event. The places of an event are the ordinals 1 to {@code
 * totalTickets}.
 */
public record EventDetails(
    String name,
    Schedule schedule,
    String venue,
    int totalTickets,
    Money price,
    int maxTicketsPerUser,
    Terms terms,
    VisitorRules visitors,
    Contingents contingents) {
  public static final int MAX_TEXT = 200;
  public static final int MAX_TICKETS = 1_000_000;
  public static final int MAX_PER_USER = 1_000;
  public static final int DEFAULT_PER_USER = 10;

  public EventDetails {
    name = Text.require("name", name, MAX_TEXT);
    venue = Text.require("venue", venue, MAX_TEXT);
    requireRange("totalTickets", totalTickets, MAX_TICKETS);
    requireRange("maxTicketsPerUser", maxTicketsPerUser, MAX_PER_USER);
    if (totalTickets < contingents.last()) {
      throw new InvalidValue(
          "totalTickets",
          totalTickets,
          "must be at least the %d of the contingents".formatted(contingents.last()));
    }
    Currency currency = price.currency();
    if (terms.returnFee().filter(it -> !it.amount().currency().equals(currency)).isPresent()) {
      throw new InvalidValue("returnFee", terms.returnFee(), "must be in " + currency);
    }
  }

  /** When it begins. */
  public Instant date() {
    return schedule.begins();
  }

  public EventDetails withTotalTickets(int other) {
    return new EventDetails(
        name, schedule, venue, other, price, maxTicketsPerUser, terms, visitors, contingents);
  }

  /** The places that everybody may buy. */
  public PlaceRanges openPlaces(Instant at) {
    return contingents.open(totalTickets, at);
  }

  /** Who confirms what is held now. */
  public ConfirmedBy confirmedBy() {
    return confirmedBy(price);
  }

  /** Who confirms what was held at that price: its buyer, where nothing is said and it is none. */
  public ConfirmedBy confirmedBy(Money held) {
    return terms
        .confirmedBy()
        .orElse(held.minorUnits() == 0 ? ConfirmedBy.BUYER : ConfirmedBy.SERVER);
  }

  /** What its name sorts by. */
  public String sortKey() {
    return TextKey.sorting(name);
  }

  /** What its venue is compared by. */
  public String venueKey() {
    return TextKey.of(venue);
  }

  /** All words that it is found by; see {@link SearchWords}. */
  public Set<String> words() {
    return SearchWords.indexed(name + " " + venue);
  }

  private static void requireRange(String field, int value, int max) {
    if (value < 1 || value > max) {
      throw new InvalidValue(field, value, "must be 1 to " + max);
    }
  }
}
