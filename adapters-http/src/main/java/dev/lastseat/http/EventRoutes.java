package dev.lastseat.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Events: reading them, and what admins do with them. */
final class EventRoutes {
  private final UseCases.EventReads reads;
  private final UseCases.EventWrites writes;
  private final EventForms forms;

  EventRoutes(UseCases.EventReads reads, UseCases.EventWrites writes, EventForms forms) {
    this.reads = reads;
    this.writes = writes;
    this.forms = forms;
  }

  List<Route> routes() {
    return List.of(
        Route.query("/events", Access.ALL, this::search),
        Route.post("/events", Access.ADMIN, this::create),
        Route.get("/events/{id}", Access.ALL, this::show),
        Route.get("/events/{id}/availability", Access.ALL, this::availability),
        Route.put("/events/{id}", Access.ADMIN, this::replace),
        Route.patch("/events/{id}", Access.ADMIN, this::patch),
        Route.post("/events/{id}/publish", Access.ADMIN, this::publish),
        Route.post("/events/{id}/cancel", Access.ADMIN, this::cancel),
        Route.post("/events/{id}/complete", Access.ADMIN, this::complete),
        Route.delete("/events/{id}", Access.ADMIN, this::delete));
  }

  private void search(Context context) {
    EventSearchQuery query = EventSearchQuery.of(context);
    var page = reads.search().handle(query.query(), Exchange.of(context).principal());
    List<Views.EventView> events = page.items().stream().map(Views::event).toList();
    Answers.list(context, events, "Events.", query.paging().meta(page));
  }

  private void show(Context context) {
    EventWithAvailability shown = found(context);
    String etag = EntityTags.of(shown.event().version());
    context.header("ETag", etag);
    if (EntityTags.isKnown(context, etag)) {
      Answers.nothing(context, 304);
    } else {
      Answers.ok(context, Views.event(shown), "The event.");
    }
  }

  private void availability(Context context) {
    Answers.ok(context, Views.availability(found(context).availability()), "The availability.");
  }

  private void create(Context context) {
    ObjectNode body = Requests.body(context, Requests.JSON);
    Event event = writes.create().handle(forms.created(body));
    context.header("ETag", EntityTags.of(event.version()));
    String location = Route.BASE + "/events/" + event.id().value();
    Answers.created(context, location, Views.event(event, null), "The event was created.");
  }

  private void replace(Context context) {
    LongPredicate ifVersion = EntityTags.requiredIfMatch(context);
    ObjectNode body = Requests.body(context, Requests.JSON);
    change(context, ifVersion, event -> forms.replaced(event, body));
  }

  private void patch(Context context) {
    LongPredicate ifVersion = EntityTags.requiredIfMatch(context);
    ObjectNode patch = Requests.body(context, Requests.MERGE_PATCH);
    change(context, ifVersion, event -> forms.patched(event, patch));
  }

  private void change(
      Context context, LongPredicate ifVersion, Function<Event, EventDetails> change) {
    Outcome outcome = writes.editor().change(id(context), ifVersion, change);
    answer(context, outcome, "The event was changed.");
  }

  private void publish(Context context) {
    step(context, writes.editor()::publish, "The event is on sale.");
  }

  private void cancel(Context context) {
    step(
        context,
        writes.editor()::cancel,
        "The event is cancelled; its bookings follow within seconds.");
  }

  private void complete(Context context) {
    step(context, writes.editor()::complete, "The event is completed.");
  }

  private void delete(Context context) {
    step(context, writes.editor()::delete, "The event is deleted.");
  }

  private static void step(
      Context context, BiFunction<EventId, LongPredicate, Outcome> step, String message) {
    answer(context, step.apply(id(context), EntityTags.optionalIfMatch(context)), message);
  }

  private static void answer(Context context, Outcome outcome, String message) {
    switch (outcome) {
      case Outcome.Changed(Event event) -> {
        context.header("ETag", EntityTags.of(event.version()));
        Answers.ok(context, Views.event(event, null), message);
      }
      case Outcome.Deleted _ -> Answers.nothing(context, 204);
      case Outcome.NotFound _ -> throw notFound();
      case Outcome.VersionMismatch _ ->
          throw Problem.of(
              Code.VERSION_MISMATCH, "Somebody else has changed the event; read it again first.");
      case Outcome.TooSmall(int taken) ->
          throw Problem.of(
              Code.CONFLICT, "totalTickets cannot be less than the " + taken + " sold or held.");
      case Outcome.HasLiveBookings _ ->
          throw Problem.of(
              Code.CONFLICT,
              "The event has live bookings; they are gone soon after it was cancelled.");
      case Outcome.NotPossible(String why) -> throw Problem.of(Code.CONFLICT, why);
    }
  }

  private EventWithAvailability found(Context context) {
    return reads
        .find()
        .handle(id(context), Exchange.of(context).principal())
        .orElseThrow(EventRoutes::notFound);
  }

  private static EventId id(Context context) {
    return Ids.of(context, "The event", EventId::new);
  }

  private static Problem notFound() {
    return Problem.notFound("The event");
  }
}
