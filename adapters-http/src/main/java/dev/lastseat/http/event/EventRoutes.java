package dev.lastseat.http.event;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.EVENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastseat.application.event.Availability;
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
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** Events: reading them, and what those who run them do with them. */
public final class EventRoutes {
  private final EventUseCases events;
  private final EventBodies bodies;
  private final PublicCaching caching;
  private final PastEvents past;
  private final Listeners listeners;
  private final LiveAvailability live;

  public EventRoutes(
      EventUseCases events, Listeners listeners, Duration availabilityTtl, Clock clock) {
    this.events = events;
    this.listeners = listeners;
    this.live = new LiveAvailability(id -> events.find().forAnybody(id));
    this.past = new PastEvents(events);
    this.bodies = new EventBodies(clock);
    this.caching = new PublicCaching(availabilityTtl, clock);
  }

  public List<Route> routes() {
    return List.of(
        Route.query("/events", Access.ALL, this::search).scoped(Scope.EVENTS_READ),
        Route.post("/events", Access.ORGANISER, this::create).scoped(Scope.EVENTS_WRITE),
        Route.query("/events/{id}", Access.ALL, this::show).scoped(Scope.EVENTS_READ),
        Route.query("/events/{id}/availability", Access.ALL, this::availability)
            .offering(listeners.offers())
            .scoped(Scope.EVENTS_READ),
        Route.put("/events/{id}", Access.ORGANISER, this::replace).scoped(Scope.EVENTS_WRITE),
        Route.patch("/events/{id}", Access.ORGANISER, this::patch).scoped(Scope.EVENTS_WRITE),
        step("publish", EventEditor::publish, "The event is on sale."),
        step(
            "cancel",
            EventEditor::cancel,
            "The event is cancelled; its bookings follow within seconds."),
        step("complete", EventEditor::complete, "The event is completed."),
        Route.post("/events/{id}/hand-over", Access.ORGANISER, this::handOver),
        Route.delete(
                "/events/{id}",
                Access.ORGANISER,
                context -> apply(context, EventEditor::delete, "The event is deleted."))
            .scoped(Scope.EVENTS_WRITE));
  }

  /** What an editor does with an event, if it still has the version that the sender knows. */
  private interface Step {
    Outcome apply(EventEditor editor, Principal by, EventId id, LongPredicate ifVersion);
  }

  private Route step(String name, Step step, String message) {
    return Route.post(
            "/events/{id}/" + name, Access.ORGANISER, context -> apply(context, step, message))
        .scoped(Scope.EVENTS_WRITE);
  }

  private void apply(Context context, Step step, String message) {
    LongPredicate ifVersion = EntityTags.optionalIfMatch(context);
    answer(
        context,
        step.apply(events.editor(), principal(context), EVENT.id(context), ifVersion),
        message);
  }

  private void search(Context context) {
    EventSearchQuery query = EventSearchQuery.of(context);
    var viewer = viewer(context);
    var page = events.search().handle(query.query(), query.when(), viewer);
    caching.allow(context, page.items().stream().map(event -> event.availability().asOf()));
    Responses.list(
        context, page, event -> EventViews.event(event, viewer), query.paging(), "Events.");
  }

  private void show(Context context) {
    Optional<Instant> at = past.instant(context);
    if (at.isPresent()) {
      EventWithAvailability then = past.event(context, EVENT.id(context), at.get());
      Responses.ok(context, EventViews.event(then, viewer(context)), "The event as it was.");
    } else {
      showNow(context);
    }
  }

  private void showNow(Context context) {
    EventWithAvailability shown = found(context);
    String etag = EntityTags.of(shown.event().version(), EventViews.counts(shown, viewer(context)));
    caching.allow(context, Stream.of(shown.availability().asOf()));
    Responses.unlessKnown(
        context,
        etag,
        () -> Responses.ok(context, EventViews.event(shown, viewer(context)), "The event."));
  }

  private void availability(Context context) throws Exception {
    Optional<Instant> at = past.instant(context);
    if (at.isPresent()) {
      if (listeners.wants(context)) {
        throw Problem.invalid("at", "must be absent, for the past does not change");
      }
      Availability then = past.event(context, EVENT.id(context), at.get()).availability();
      Responses.ok(context, EventViews.availability(then), "The availability as it was.");
    } else {
      availabilityNow(context);
    }
  }

  private void availabilityNow(Context context) throws Exception {
    EventWithAvailability shown = found(context);
    context.res().addHeader("Vary", "Accept");
    if (listeners.wants(context)) {
      listeners.open(
          context,
          LiveAvailability.message(shown),
          live.after(shown, RequestContext.of(context).principal()));
    } else {
      Availability availability = shown.availability();
      caching.allow(context, Stream.of(availability.asOf()));
      Responses.ok(context, EventViews.availability(availability), "The availability.");
    }
  }

  private void create(Context context) {
    ObjectNode body = RequestBodies.body(context, RequestBodies.JSON);
    EventWithAvailability event = events.create().handle(bodies.created(userId(context), body));
    context
        .header("ETag", EntityTags.of(event.event().version()))
        .header("Location", Route.BASE + "/events/" + event.event().id().value());
    Responses.created(context, EventViews.event(event, viewer(context)), "The event was created.");
  }

  private void replace(Context context) {
    LongPredicate ifVersion = EntityTags.requiredIfMatch(context);
    ObjectNode body = RequestBodies.body(context, RequestBodies.JSON);
    change(context, ifVersion, event -> bodies.replaced(event, body));
  }

  private void patch(Context context) {
    LongPredicate ifVersion = EntityTags.requiredIfMatch(context);
    ObjectNode patch = RequestBodies.body(context, RequestBodies.MERGE_PATCH);
    change(context, ifVersion, event -> bodies.patched(event, patch));
  }

  private void change(
      Context context, LongPredicate ifVersion, Function<Event, EventDetails> change) {
    Outcome outcome =
        events.editor().change(principal(context), EVENT.id(context), ifVersion, change);
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
        Responses.ok(context, EventViews.event(event, viewer(context)), message);
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

  private EventWithAvailability found(Context context) {
    return events.find().handle(EVENT.id(context), viewer(context)).orElseThrow(EVENT::notFound);
  }

  private static Optional<Principal> viewer(Context context) {
    return RequestContext.of(context).principal();
  }
}
