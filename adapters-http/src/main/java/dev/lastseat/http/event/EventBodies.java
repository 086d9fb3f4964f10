package dev.lastseat.http.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads events from bodies. */
final class EventBodies {
  private static final String PUBLISHED = EventStatus.PUBLISHED.word();
  private static final List<String> FIRST = List.of(EventStatus.DRAFT.word(), PUBLISHED);
  private static final Currency DEFAULT_CURRENCY = Money.currency("EUR");

  private final Clock clock;

  EventBodies(Clock clock) {
    this.clock = clock;
  }

  /** The event to create, a draft unless it says that it is published. */
  CreateEvent.Command created(UserId organiser, ObjectNode json) {
    Fields body = Fields.of(json);
    boolean publish = body.choice("status", FIRST).filter(PUBLISHED::equals).isPresent();
    return new CreateEvent.Command(organiser, details(body, this::isToCome), publish);
  }

  /** What the whole event is to be. A date that stays may have passed. */
  EventDetails replaced(Event event, ObjectNode json) {
    Instant now = event.details().date();
    return details(Fields.of(json), date -> date.equals(now) || isToCome(date));
  }

  /**
   * The event with a merge patch applied (RFC 7396): null takes a field away, which resets it where
   * it has a default.
   */
  EventDetails patched(Event event, ObjectNode patch) {
    ObjectNode merged = Json.tree(EventViews.editable(event));
    merged.setAll(patch);
    List<String> taken =
        patch.properties().stream()
            .filter(field -> field.getValue().isNull())
            .map(field -> field.getKey())
            .toList();
    return replaced(event, merged.without(taken));
  }

  private boolean isToCome(Instant date) {
    return date.isAfter(clock.instant());
  }

  private static EventDetails details(Fields body, Predicate<Instant> mayBe) {
    body.require("name", "date", "venue", "totalTickets", "price");
    Optional<String> name = line(body, "name");
    Optional<Instant> date = body.instant("date");
    if (date.filter(mayBe.negate()).isPresent()) {
      body.error("date", "must be in the future");
    }
    Optional<String> venue = line(body, "venue");
    Optional<Integer> tickets = body.integer("totalTickets", 1, EventDetails.MAX_TICKETS);
    Optional<Money> price = price(body);
    int perUser =
        body.integer("maxTicketsPerUser", 1, EventDetails.MAX_PER_USER)
            .orElse(EventDetails.DEFAULT_PER_USER);
    body.requireGood();
    return new EventDetails(
        name.orElseThrow(),
        date.orElseThrow(),
        venue.orElseThrow(),
        tickets.orElseThrow(),
        price.orElseThrow(),
        perUser);
  }

  private static Optional<String> line(Fields body, String name) {
    return body.made(name, text -> Text.require(name, text, EventDetails.MAX_TEXT));
  }

  /** An amount of its currency, which has the decimals of that currency. */
  private static Optional<Money> price(Fields body) {
    Optional<BigDecimal> amount = body.amount("price");
    Optional<Currency> currency =
        body.has("currency")
            ? body.made("currency", Money::currency)
            : Optional.of(DEFAULT_CURRENCY);
    return amount.isEmpty() || currency.isEmpty()
        ? Optional.empty()
        : body.attempt(() -> Money.ofMajor(amount.get(), currency.get()));
  }
}
