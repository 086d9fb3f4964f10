package dev.lastseat.http.event;

import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.event.Availability;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.live.SharedLookups;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events, for everybody who may see them. */
public final class EventRoutes {
  private final EventUseCases events;
  private final PublicCaching caching;
  private final PastEvents past;
  private final Listeners listeners;
  private final SharedLookups<EventId, EventWithAvailability> live;

  public EventRoutes(
      EventUseCases events, Listeners listeners, Duration availabilityTtl, Clock clock) {
    this.events = events;
    this.listeners = listeners;
    this.live = EventViews.live(id -> events.find().forAnybody(id));
    this.past = new PastEvents(events);
    this.caching = new PublicCaching(availabilityTtl, clock);
  }

  public List<Route> routes() {
    return List.of(
        Route.query("/events", Access.ALL, this::search).scoped(Scope.EVENTS_READ),
        Route.query("/events/{id}", Access.ALL, this::show).scoped(Scope.EVENTS_READ),
        Route.query("/events/{id}/availability", Access.ALL, this::availability)
            .offering(listeners.offers())
            .scoped(Scope.EVENTS_READ));
  }

  private void search(Context context) {
    EventSearchQuery query = EventSearchQuery.of(context);
    var viewer = viewer(context);
    var page = events.find().search(query.query(), query.when(), viewer);
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
      Responses.ok(context, EventViews.AVAILABILITY.apply(then), "The availability as it was.");
    } else {
      availabilityNow(context);
    }
  }

  private void availabilityNow(Context context) throws Exception {
    EventWithAvailability shown = found(context);
    context.res().addHeader("Vary", "Accept");
    if (listeners.wants(context)) {
      Optional<Principal> viewer = viewer(context);
      listeners.open(
          context,
          live.message(shown),
          live.after(shown.event().id(), shown, it -> it.event().isShownTo(viewer)));
    } else {
      Availability availability = shown.availability();
      caching.allow(context, Stream.of(availability.asOf()));
      Responses.ok(context, EventViews.AVAILABILITY.apply(availability), "The availability.");
    }
  }

  private EventWithAvailability found(Context context) {
    return events.find().handle(EVENT.id(context), viewer(context)).orElseThrow(EVENT::notFound);
  }

  static Optional<Principal> viewer(Context context) {
    return RequestContext.of(context).principal();
  }
}
