package dev.lastseat.http.checkin;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.EVENT;
import static dev.lastseat.http.request.Resource.LIST;

import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.CheckinLists.OfEvent;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.live.SharedLookups;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The check-in lists of an event, and what is kept of them. */
public final class CheckinListRoutes {
  private final CheckinUseCases door;
  private final Listeners listeners;
  private final SharedLookups<EventId, OfEvent> live;

  public CheckinListRoutes(CheckinUseCases door, Listeners listeners) {
    this.door = door;
    this.listeners = listeners;
    this.live = CheckinViews.live(id -> door.lists().of(id));
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/events/{id}/checkin-lists", Access.ORGANISER, this::create)
            .scoped(Scope.EVENTS_WRITE),
        Route.get("/events/{id}/checkin-lists", Access.STAFF, this::lists)
            .offering(listeners.offers())
            .scoped(Scope.CHECKIN),
        Route.get("/checkin-lists/{id}/refusals", Access.STAFF, this::refused),
        Route.query("/checkin-lists/{id}/bundle", Access.STAFF, this::bundle)
            .scoped(Scope.CHECKIN));
  }

  private void create(Context context) {
    EventId event = EVENT.id(context);
    Fields body = RequestBodies.fields(context).require("name");
    Optional<String> name = body.line("name", CheckinList.MAX_NAME);
    boolean reentry = body.flag("reentry").orElse(false);
    Optional<Instant> from = body.instant("validFrom");
    Optional<Instant> until = body.instant("validUntil");
    body.requireGood();
    var command = new CheckinLists.Command(event, name.orElseThrow(), reentry, from, until);
    switch (body.requireGood(() -> door.lists().create(command, principal(context)))) {
      case CheckinLists.Outcome.Created(WithCount list) ->
          Responses.created(context, CheckinViews.LIST.apply(list), "The list is there.");
      case CheckinLists.Outcome.NotFound _ -> throw EVENT.notFound();
      case CheckinLists.Outcome.TooMany _ ->
          throw Problem.conflict(
              "There may be %s lists of one event.".formatted(CheckinList.MAX_PER_EVENT));
    }
  }

  private void lists(Context context) throws Exception {
    EventId event = EVENT.id(context);
    Principal viewer = principal(context);
    OfEvent found = door.lists().of(event, viewer).orElseThrow(EVENT::notFound);
    context.res().addHeader("Vary", "Accept");
    if (listeners.wants(context)) {
      listeners.open(
          context,
          live.message(found),
          live.after(event, found, it -> it.event().isStaffedBy(viewer)));
    } else {
      Responses.all(context, found.lists(), CheckinViews.LIST, "Lists.");
    }
  }

  private void bundle(Context context) {
    Query query = new Query(context);
    Optional<OfflineBundle.Since> since =
        query.parsed("since", BundleView.A_CURSOR, BundleView::since);
    query.requireGood();
    CheckinListId list = LIST.id(context);
    OfflineBundle.Part part =
        door.bundle().handle(list, since, principal(context)).orElseThrow(LIST::notFound);
    String body = Envelope.success(BundleView.PART.apply(part), "Tickets.");
    String etag = EntityTags.of(part.next().changes(), body);
    Responses.unlessKnown(context, etag, () -> Responses.json(context, 200, body));
  }

  private void refused(Context context) {
    CheckinListId list = LIST.id(context);
    List<RefusedScan> refused =
        door.lists().refused(list, principal(context)).orElseThrow(LIST::notFound);
    Responses.all(context, refused, CheckinViews.REFUSED, "Who was not let pass.");
  }
}
