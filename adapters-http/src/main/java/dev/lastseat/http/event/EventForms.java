package dev.lastseat.http.event;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.CreateEvent;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.http.json.Bodies;
import dev.lastseat.http.json.FieldErrors;
import dev.lastseat.http.json.Forms;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Times;
import jakarta.validation.groups.Default;
import java.time.DateTimeException;
import java.util.List;

/** Reads events from bodies. */
public final class EventForms {
  private static final List<EventStatus> FIRST = List.of(EventStatus.DRAFT, EventStatus.PUBLISHED);

  private final Forms forms;

  public EventForms(Forms forms) {
    this.forms = forms;
  }

  /** The event to create, a draft unless it says that it is published. */
  CreateEvent.Command created(ObjectNode body) {
    FieldErrors errors = new FieldErrors();
    boolean publish = takePublished(body, errors);
    EventDetails details = details(read(body, errors, true));
    return new CreateEvent.Command(details, publish);
  }

  /** What the whole event is to be. */
  EventDetails replaced(Event event, ObjectNode body) {
    return details(read(body, new FieldErrors(), moves(event, body)));
  }

  /**
   * The event with a merge patch applied (RFC 7396): null takes a field away, which resets it where
   * it has a default.
   */
  EventDetails patched(Event event, ObjectNode patch) {
    ObjectNode merged = Json.tree(EventViews.editable(event));
    merged.setAll(patch);
    return replaced(event, merged);
  }

  private Bodies.Event read(ObjectNode body, FieldErrors errors, boolean newDate) {
    return newDate
        ? forms.read(body, Bodies.Event.class, errors, Default.class, Forms.NewDate.class)
        : forms.read(body, Bodies.Event.class, errors, Default.class);
  }

  /** A date that stays may have passed. */
  private static boolean moves(Event event, ObjectNode body) {
    try {
      return !Times.parse(body.path("date").asText()).equals(event.details().date());
    } catch (DateTimeException noDate) {
      return false;
    }
  }

  /** Takes {@code status} out of the body of a new event: whether it is published at once. */
  private static boolean takePublished(ObjectNode body, FieldErrors errors) {
    JsonNode status = body.remove("status");
    if (status == null || status.isNull()) {
      return false;
    }
    if (FIRST.stream().map(EventStatus::word).noneMatch(status.asText()::equals)) {
      errors.add("status", "must be draft or published");
    }
    return EventStatus.PUBLISHED.word().equals(status.textValue());
  }

  private static EventDetails details(Bodies.Event body) {
    return new EventDetails(
        requireNonNull(body.name()),
        requireNonNull(body.date()),
        requireNonNull(body.venue()),
        requireNonNull(body.totalTickets()),
        body.money(requireNonNull(body.price())),
        requireNonNullElse(body.maxTicketsPerUser(), EventDetails.DEFAULT_PER_USER));
  }
}
