package dev.lastseat.http.fact;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.BOOKING;
import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.fact.ReadFacts.History;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.json.View;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.request.Accept;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Resource;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened. */
public final class FactRoutes {
  private static final String NDJSON = "application/x-ndjson";
  private static final List<String> READ =
      Stream.concat(Accept.JSON.stream(), Stream.of(NDJSON)).toList();

  private final ReadFacts facts;
  private final Listeners listeners;
  private final LiveFacts live;

  public FactRoutes(ReadFacts facts, Listeners listeners) {
    this.facts = facts;
    this.listeners = listeners;
    this.live = new LiveFacts(facts);
  }

  /** {@code next} is what {@code after} has to be for what comes then. */
  private static final View<ReadFacts.Part> PART =
      new View<ReadFacts.Part>()
          .field("facts", part -> FactView.WHOLE.each(part.facts()))
          .field("next", ReadFacts.Part::next);

  public List<Route> routes() {
    return List.of(
        Route.query("/facts", Access.ADMIN, this::log)
            .offering(listeners.offersBeside(READ))
            .scoped(Scope.FACTS_READ),
        Route.query("/events/{id}/history", Access.ORGANISER, this::ofEvent)
            .offering(READ)
            .scoped(Scope.EVENTS_READ),
        Route.query("/bookings/{id}/history", Access.USER, this::ofBooking)
            .scoped(Scope.BOOKINGS_READ));
  }

  private void log(Context context) throws Exception {
    context.res().addHeader("Vary", "Accept");
    switch (Accept.best(context, listeners.offersBeside(READ))) {
      case NDJSON -> export(context);
      case Listeners.TYPE -> follow(context);
      default -> part(context);
    }
  }

  private void part(Context context) {
    FactListQuery query = FactListQuery.part(context);
    ReadFacts.Part part = facts.after(query.after().orElse(0L), query.filter(), query.limit());
    Responses.ok(context, PART.apply(part), "What happened.");
  }

  private void export(Context context) {
    FactListQuery query = FactListQuery.whole(context);
    var parts = facts.export(query.after().orElse(0L), query.filter());
    Responses.stream(context, NDJSON, "", parts, FactView::lines);
  }

  /** Who does not say what was heard last is told what comes from now on. */
  private void follow(Context context) throws Exception {
    FactListQuery query = FactListQuery.heard(context);
    long after = query.after().orElseGet(facts::head);
    listeners.open(context, Message.mark(after), live.after(after, query.filter()));
  }

  private void ofEvent(Context context) {
    EventId id = EVENT.id(context);
    Principal viewer = principal(context);
    if (Accept.best(context, READ).equals(NDJSON)) {
      History found =
          facts
              .ofEvent(id, FactListQuery.wholeHistory(context), viewer)
              .orElseThrow(EVENT::notFound);
      Responses.stream(context, NDJSON, "", List.of(found.facts()).iterator(), FactView::lines);
    } else {
      answer(context, facts.ofEvent(id, FactListQuery.history(context), viewer), EVENT);
    }
  }

  private void ofBooking(Context context) {
    BookingId id = BOOKING.id(context);
    answer(
        context,
        facts.ofBooking(id, FactListQuery.bookingHistory(context), principal(context)),
        BOOKING);
  }

  private static void answer(Context context, Optional<History> history, Resource<?> what) {
    History found = history.orElseThrow(what::notFound);
    Responses.all(
        context,
        found.facts(),
        found.all() ? FactView.WHOLE : FactView.ANONYMOUS,
        "What happened to it, the latest first.");
  }
}
