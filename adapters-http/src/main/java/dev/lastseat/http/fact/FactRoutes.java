package dev.lastseat.http.fact;

import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.application.fact.ReadFacts.History;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.Times;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened. */
public final class FactRoutes {
  private static final int MAX_LIMIT = 1_000;
  private static final int DEFAULT_LIMIT = 100;
  private static final String SEQUENCE = "a whole number from 0 on";

  private final ReadFacts facts;

  public FactRoutes(ReadFacts facts) {
    this.facts = facts;
  }

  /** A component that is null is left out. */
  record FactView(
      long sequence,
      String stream,
      long version,
      String kind,
      String at,
      @Nullable String actor,
      @Nullable String requestId,
      Map<String, String> data) {

    static FactView of(RecordedFact recorded, boolean all) {
      var fact = recorded.fact();
      return new FactView(
          recorded.sequence(),
          fact.stream().text(),
          fact.version(),
          fact.kind(),
          Times.text(fact.at()),
          all ? fact.cause().actor().text() : null,
          all ? fact.cause().requestId() : null,
          fact.data());
    }
  }

  /** {@code next} is what {@code after} has to be for what comes then. */
  record LogView(List<FactView> facts, long next) {}

  public List<Route> routes() {
    return List.of(
        Route.query("/facts", Access.ADMIN, this::list).scoped(Scope.FACTS_READ),
        Route.get("/events/{id}/history", Access.ORGANISER, this::ofEvent)
            .scoped(Scope.EVENTS_READ),
        Route.get("/bookings/{id}/history", Access.USER, this::ofBooking)
            .scoped(Scope.BOOKINGS_READ));
  }

  private void list(Context context) {
    Query query = new Query(context);
    long after = query.parsed("after", SEQUENCE, FactRoutes::sequence).orElse(0L);
    Set<String> kinds = kinds(query);
    int limit = query.integer("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
    query.requireGood();
    ReadFacts.Part part = facts.after(after, kinds, limit);
    LogView view =
        new LogView(
            part.facts().stream().map(fact -> FactView.of(fact, true)).toList(), part.next());
    Responses.ok(context, view, "What happened.");
  }

  private static long sequence(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("is no sequence");
    }
    return Long.parseLong(text);
  }

  /** All kinds, unless some are asked for. */
  private static Set<String> kinds(Query query) {
    FactKind[] all = FactKind.values();
    Set<FactKind> wanted = query.constants("kinds", all, FactKind::word);
    return wanted.size() == all.length
        ? Set.of()
        : wanted.stream().map(FactKind::word).collect(Collectors.toSet());
  }

  private void ofEvent(Context context) {
    EventId id = Route.id(context, "The event", EventId::new);
    answer(context, facts.ofEvent(id, RequestContext.principal(context)), "The event");
  }

  private void ofBooking(Context context) {
    BookingId id = Route.id(context, "The booking", BookingId::new);
    answer(context, facts.ofBooking(id, RequestContext.principal(context)), "The booking");
  }

  private static void answer(Context context, Optional<History> history, String what) {
    History found = history.orElseThrow(() -> Problem.notFound(what));
    Responses.ok(
        context,
        found.facts().stream().map(fact -> FactView.of(fact, found.all())).toList(),
        "What happened to it, the latest first.");
  }
}
