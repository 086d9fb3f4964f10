package dev.lastseat.http.checkin;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.EVENT;
import static dev.lastseat.http.request.Resource.LIST;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.CheckinLists.OfEvent;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.live.Listeners;
import dev.lastseat.http.live.Looks;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The door. Devices are API keys that have the scope, and cannot undo what they did. */
public final class CheckinRoutes {
  private static final int MAX_CODE = 200;

  private final CheckinUseCases door;
  private final Listeners listeners;
  private final Looks<EventId, OfEvent> live;

  public CheckinRoutes(CheckinUseCases door, Listeners listeners) {
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
        Route.query("/checkin-lists/{id}/bundle", Access.STAFF, this::bundle).scoped(Scope.CHECKIN),
        Route.post("/checkins", Access.STAFF, this::checkIn).scoped(Scope.CHECKIN),
        Route.post("/checkins/batch", Access.STAFF, this::upload).scoped(Scope.CHECKIN),
        Route.post("/checkins/undo", Access.STAFF, this::undo));
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
    switch (body.requireGood(
        body.attempt(() -> door.lists().create(command, principal(context))))) {
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

  private void checkIn(Context context) {
    Fields body = RequestBodies.fields(context).require("list", "code", "nonce");
    Optional<CheckinListId> list = body.made("list", CheckinListId::new);
    Optional<String> code = code(body);
    boolean exit = isExit(body);
    Optional<String> nonce = nonce(body);
    body.requireGood();
    var command =
        new CheckIn.Command(list.orElseThrow(), code.orElseThrow(), exit, nonce.orElseThrow());
    CheckIn.Outcome outcome = door.checkIn().handle(command, principal(context));
    Responses.ok(context, CheckinViews.verdict(Optional.empty(), outcome), words(outcome));
  }

  private void upload(Context context) {
    Fields body = RequestBodies.fields(context).require("list", "sentAt", "scans");
    Optional<CheckinListId> list = body.made("list", CheckinListId::new);
    Optional<Instant> sentAt = body.instant("sentAt");
    List<CheckIn.Happened> scans = body.items("scans", CheckIn.Upload.MAX, CheckinRoutes::happened);
    body.requireGood();
    var upload = new CheckIn.Upload(list.orElseThrow(), sentAt.orElseThrow(), scans);
    List<CheckIn.Outcome> outcomes =
        door.checkIn().upload(upload, principal(context)).orElseThrow(LIST::notFound);
    List<Map<String, Object>> verdicts =
        IntStream.range(0, scans.size())
            .mapToObj(i -> CheckinViews.verdict(Optional.of(scans.get(i).nonce()), outcomes.get(i)))
            .toList();
    Responses.ok(context, verdicts, "Written down.");
  }

  private static Optional<CheckIn.Happened> happened(Fields scan) {
    scan.require("code", "nonce", "at");
    Optional<String> code = code(scan);
    boolean exit = isExit(scan);
    Optional<String> nonce = nonce(scan);
    Optional<Instant> at = scan.instant("at");
    return scan.composed(
        () ->
            new CheckIn.Happened(code.orElseThrow(), exit, nonce.orElseThrow(), at.orElseThrow()));
  }

  private static Optional<String> code(Fields scan) {
    return scan.line("code", MAX_CODE);
  }

  private static boolean isExit(Fields scan) {
    return scan.choice("direction", List.of("entry", "exit")).filter("exit"::equals).isPresent();
  }

  private static Optional<String> nonce(Fields scan) {
    return scan.made("nonce", text -> Identifiers.require("nonce", text));
  }

  private static String words(CheckIn.Outcome outcome) {
    return switch (outcome) {
      case CheckIn.Outcome.Passed passed -> words(passed.scan().kind());
      case CheckIn.Outcome.Doubled _ -> words(Scan.Kind.DOUBLE);
      case CheckIn.Outcome.Refused refused -> words(refused.why());
      case CheckIn.Outcome.NoList _ -> throw LIST.notFound();
    };
  }

  private static String words(Scan.Kind kind) {
    return switch (kind) {
      case ENTRY -> "Let in.";
      case EXIT -> "Let out.";
      case DOUBLE -> "Let in twice.";
      case UNDONE -> words(CheckIn.Refusal.UNDONE);
    };
  }

  private static String words(CheckIn.Refusal why) {
    return switch (why) {
      case INVALID -> "No ticket of this event has the code.";
      case REVOKED -> "The ticket has another code since.";
      case UNPAID -> "The ticket is held and not bought.";
      case CANCELLED -> "The booking is not good any more.";
      case INVALID_TIME -> "The list is not open now.";
      case ALREADY_REDEEMED -> "Somebody was let in by the ticket already.";
      case NOT_INSIDE -> "Nobody is inside by the ticket.";
      case UNDONE -> "The scan was taken back.";
    };
  }

  private void undo(Context context) {
    Fields body = RequestBodies.fields(context).require("list", "ticket");
    Optional<CheckinListId> list = body.made("list", CheckinListId::new);
    Optional<TicketId> ticket = body.made("ticket", TicketId::parse);
    body.requireGood();
    Checkin undone =
        door.checkIn()
            .undo(list.orElseThrow(), ticket.orElseThrow(), principal(context))
            .orElseThrow(() -> Problem.notFound("A check-in of the ticket on the list"));
    Responses.ok(
        context, CheckinViews.UNDONE.apply(undone), "The ticket is good again on the list.");
  }
}
