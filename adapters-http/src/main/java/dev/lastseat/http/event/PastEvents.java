package dev.lastseat.http.event;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.api.Times;
import dev.lastseat.application.event.EventWithAvailability;
import dev.lastseat.application.event.RebuildEvent.Outcome;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Events as they were, where a request has {@code at}: for those who run them. */
record PastEvents(EventUseCases events) {

  /** When; empty for now. */
  Optional<Instant> instant(Context context) {
    Query query = new Query(context);
    Optional<Instant> at = query.instant("at", false, ZoneOffset.UTC);
    query.requireGood();
    return at;
  }

  EventWithAvailability event(Context context, EventId id, Instant at) {
    Access.ORGANISER.require(context);
    return switch (events.rebuild().handle(id, at, principal(context))) {
      case Outcome.Rebuilt(EventWithAvailability then) -> then;
      case Outcome.NotFound _ -> throw EVENT.notFound();
      case Outcome.NotThere _ ->
          throw Problem.of(Code.NOT_FOUND, "There was no such event at " + Times.text(at) + ".");
    };
  }
}
