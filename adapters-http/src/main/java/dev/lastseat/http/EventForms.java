package dev.lastseat.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.shared.Money;
import java.util.List;

/** Reads events from bodies. */
final class EventForms {
  private static final String DEFAULT_CURRENCY = "EUR";
  private static final List<EventStatus> FIRST = List.of(EventStatus.DRAFT, EventStatus.PUBLISHED);

  private final Forms forms;

  EventForms(Forms forms) {
    this.forms = forms;
  }

  /** The event to create; {@code status} has been taken out of the body. */
  EventDetails created(ObjectNode body) {
    return details(
        forms.read(
            body,
            Bodies.Event.class,
            jakarta.validation.groups.Default.class,
            Forms.OnCreate.class));
  }

  EventDetails replaced(ObjectNode body) {
    return details(forms.read(body, Bodies.Event.class));
  }

  /**
   * The event with a merge patch applied (RFC 7396): null takes a field away, which resets it where
   * it has a default.
   */
  EventDetails patched(Event event, ObjectNode patch) {
    ObjectNode merged = Json.tree(Views.editable(event));
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                merged.set(field.getKey(), field.getValue());
              }
            });
    return replaced(merged);
  }

  /** Takes {@code status} out of the body of a new event: whether it is published at once. */
  static boolean takePublished(ObjectNode body) {
    JsonNode status = body.remove("status");
    if (status == null || status.isNull()) {
      return false;
    }
    return FIRST.stream()
        .filter(first -> first.word().equals(status.textValue()))
        .findFirst()
        .map(first -> first == EventStatus.PUBLISHED)
        .orElseThrow(() -> Problem.invalid("status", "must be draft or published"));
  }

  private static EventDetails details(Bodies.Event body) {
    return new EventDetails(
        requireNonNull(body.name()),
        requireNonNull(body.date()),
        requireNonNull(body.venue()),
        requireNonNull(body.totalTickets()),
        Money.ofMajor(
            requireNonNull(body.price()),
            Money.currency(requireNonNullElse(body.currency(), DEFAULT_CURRENCY))),
        requireNonNullElse(body.maxTicketsPerUser(), EventDetails.DEFAULT_PER_USER));
  }
}
