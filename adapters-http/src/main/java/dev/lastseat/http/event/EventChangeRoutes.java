package dev.lastseat.http.event;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.EVENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.EventEditor;
import dev.lastseat.application.event.EventEditor.Outcome;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventDetails;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** What those who run events do with them. */
public record EventChangeRoutes(EventUseCases events, Clock clock) {
  public List<Route> routes() {
    Stream<Route> scoped =
        Stream.of(
            Route.post("/events", Access.ORGANISER, this::create),
            Route.put("/events/{id}", Access.ORGANISER, this::replace),
            Route.patch("/events/{id}", Access.ORGANISER, this::patch),
            step("publish", EventEditor::publish, "The event is on sale."),
            step(
                "cancel",
                EventEditor::cancel,
                "The event is cancelled; its bookings follow within seconds."),
            step("complete", EventEditor::complete, "The event is completed."),
            Route.delete(
                "/events/{id}",
                Access.ORGANISER,
                context -> apply(context, EventEditor::delete, "The event is deleted.")));
    return Stream.concat(
            scoped.map(route -> route.scoped(Scope.EVENTS_WRITE)),
            Stream.of(Route.post("/events/{id}/hand-over", Access.ORGANISER, this::handOver)))
        .toList();
  }

  /** What an editor does with an event, if it still has the version that the sender knows. */
  private interface Step {
    Outcome apply(EventEditor editor, Principal by, EventId id, LongPredicate ifVersion);
  }

  private Route step(String name, Step step, String message) {
    return Route.post(
        "/events/{id}/" + name, Access.ORGANISER, context -> apply(context, step, message));
  }

  private void apply(Context context, Step step, String message) {
    LongPredicate ifVersion = EntityTags.optionalIfMatch(context);
    answer(
        context,
        step.apply(events.editor(), principal(context), EVENT.id(context), ifVersion),
        message);
  }

  private void create(Context context) {
    ObjectNode body = RequestBodies.body(context, RequestBodies.JSON);
    EventWithAvailability event =
        events.create().handle(new EventBodies(clock).created(userId(context), body));
    context
        .header("ETag", EntityTags.of(event.event().version()))
        .header("Location", Route.BASE + "/events/" + event.event().id().value());
    Responses.created(
        context, EventViews.event(event, EventRoutes.viewer(context)), "The event was created.");
  }

  private void replace(Context context) {
    change(context, RequestBodies.JSON, new EventBodies(clock)::replaced);
  }

  private void patch(Context context) {
    change(context, RequestBodies.MERGE_PATCH, new EventBodies(clock)::patched);
  }

  private void change(
      Context context, Set<String> mediaTypes, BiFunction<Event, ObjectNode, EventDetails> change) {
    LongPredicate ifVersion = EntityTags.requiredIfMatch(context);
    ObjectNode body = RequestBodies.body(context, mediaTypes);
    Principal by = principal(context);
    Outcome outcome =
        events
            .editor()
            .change(by, EVENT.id(context), ifVersion, event -> change.apply(event, body));
    answer(context, outcome, "The event was changed.");
  }

  private void handOver(Context context) {
    UserId to = EventBodies.organiser(RequestBodies.body(context, RequestBodies.JSON));
    apply(
        context,
        (editor, by, id, ifVersion) -> editor.handOver(by, id, ifVersion, to),
        "The event is theirs now.");
  }

  private static void answer(Context context, Outcome outcome, String message) {
    switch (outcome) {
      case Outcome.Changed(EventWithAvailability event) -> {
        context.header("ETag", EntityTags.of(event.event().version()));
        Responses.ok(context, EventViews.event(event, EventRoutes.viewer(context)), message);
      }
      case Outcome.Deleted _ -> Responses.nothing(context, 204);
      case Outcome.NotFound _ -> throw EVENT.notFound();
      case Outcome.Forbidden _ -> throw Problem.forbidden("Somebody else runs the event.");
      case Outcome.VersionMismatch _ ->
          throw Problem.of(
              Code.VERSION_MISMATCH, "Somebody else has changed the event; read it again first.");
      case Outcome.TooSmall(int taken) ->
          throw Problem.conflict(
              "totalTickets cannot be less than the "
                  + taken
                  + " sold, held or kept in contingents.");
      case Outcome.HasLiveBookings _ ->
          throw Problem.conflict(
              "The event has live bookings; they are gone soon after it was cancelled.");
      case Outcome.NoOrganiser _ ->
          throw Problem.invalid("organiserId", "must be the id of an organiser or an admin");
      case Outcome.NotPossible(String why) -> throw Problem.conflict(why);
    }
  }
}
