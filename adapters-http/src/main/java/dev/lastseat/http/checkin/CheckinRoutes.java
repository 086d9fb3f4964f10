package dev.lastseat.http.checkin;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.application.checkin.CheckinLists;
import dev.lastseat.application.checkin.CheckinLists.WithCount;
import dev.lastseat.application.checkin.OfflineBundle;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinList;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.RefusedScan;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.EntityTags;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The door. Devices are API keys that have the scope, and cannot undo what they did. */
public final class CheckinRoutes {
  private static final String LIST = "The list";
  private static final int MAX_CODE = 200;

  private final CheckinUseCases door;

  public CheckinRoutes(CheckinUseCases door) {
    this.door = door;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/events/{id}/checkin-lists", Access.ORGANISER, this::create)
            .scoped(Scope.EVENTS_WRITE),
        Route.get("/events/{id}/checkin-lists", Access.STAFF, this::lists).scoped(Scope.CHECKIN),
        Route.get("/checkin-lists/{id}/refusals", Access.STAFF, this::refused),
        Route.query("/checkin-lists/{id}/bundle", Access.STAFF, this::bundle).scoped(Scope.CHECKIN),
        Route.post("/checkins", Access.STAFF, this::checkIn).scoped(Scope.CHECKIN),
        Route.post("/checkins/batch", Access.STAFF, this::upload).scoped(Scope.CHECKIN),
        Route.post("/checkins/undo", Access.STAFF, this::undo));
  }

  private void create(Context context) {
    EventId event = event(context);
    Fields body = RequestBodies.fields(context).require("name");
    Optional<String> name =
        body.made("name", text -> Text.require("name", text, CheckinList.MAX_NAME));
    boolean reentry = body.flag("reentry").orElse(false);
    Optional<Instant> from = body.instant("validFrom");
    Optional<Instant> until = body.instant("validUntil");
    body.requireGood();
    var command = new CheckinLists.Command(event, name.orElseThrow(), reentry, from, until);
    Optional<CheckinLists.Outcome> outcome =
        body.attempt(() -> door.lists().create(command, RequestContext.principal(context)));
    body.requireGood();
    switch (outcome.orElseThrow()) {
      case CheckinLists.Outcome.Created(WithCount list) ->
          Responses.json(
              context, 201, Envelope.success(CheckinViews.list(list), "The list is there."));
      case CheckinLists.Outcome.NotFound _ -> throw Problem.notFound("The event");
      case CheckinLists.Outcome.TooMany _ ->
          throw Problem.of(
              Code.CONFLICT,
              "There may be %s lists of one event.".formatted(CheckinList.MAX_PER_EVENT));
    }
  }

  private void lists(Context context) {
    List<WithCount> lists =
        door.lists()
            .of(event(context), RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound("The event"));
    Responses.ok(context, lists.stream().map(CheckinViews::list).toList(), "Lists.");
  }

  private void bundle(Context context) {
    Query query = new Query(context);
    Optional<OfflineBundle.Since> since =
        query.parsed("since", BundleView.A_CURSOR, BundleView::since);
    query.requireGood();
    CheckinListId list = Route.id(context, LIST, CheckinListId::new);
    OfflineBundle.Part part =
        door.bundle()
            .handle(list, since, RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound(LIST));
    String body = Envelope.success(BundleView.of(part), "Tickets.");
    String etag = EntityTags.of(part.next().changes(), body);
    context.header("ETag", etag);
    if (EntityTags.isKnown(context, etag)) {
      Responses.nothing(context, 304);
    } else {
      Responses.json(context, 200, body);
    }
  }

  private void refused(Context context) {
    CheckinListId list = Route.id(context, LIST, CheckinListId::new);
    List<RefusedScan> refused =
        door.lists()
            .refused(list, RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound(LIST));
    Responses.ok(
        context, refused.stream().map(CheckinViews::refused).toList(), "Who was not let pass.");
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
    CheckIn.Outcome outcome = door.checkIn().handle(command, RequestContext.principal(context));
    Responses.ok(context, CheckinViews.verdict(outcome), words(outcome));
  }

  private void upload(Context context) {
    Fields body = RequestBodies.fields(context).require("list", "sentAt", "scans");
    Optional<CheckinListId> list = body.made("list", CheckinListId::new);
    Optional<Instant> sentAt = body.instant("sentAt");
    List<CheckIn.Happened> scans = body.items("scans", CheckIn.Upload.MAX, CheckinRoutes::happened);
    body.requireGood();
    var upload = new CheckIn.Upload(list.orElseThrow(), sentAt.orElseThrow(), scans);
    List<CheckIn.Outcome> outcomes =
        door.checkIn()
            .upload(upload, RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound(LIST));
    List<CheckinViews.VerdictView> verdicts =
        IntStream.range(0, scans.size())
            .mapToObj(i -> CheckinViews.verdict(outcomes.get(i)).of(scans.get(i).nonce()))
            .toList();
    Responses.ok(context, verdicts, "Written down.");
  }

  private static Optional<CheckIn.Happened> happened(Fields scan) {
    scan.require("code", "nonce", "at");
    Optional<String> code = code(scan);
    boolean exit = isExit(scan);
    Optional<String> nonce = nonce(scan);
    Optional<Instant> at = scan.instant("at");
    return code.isPresent() && nonce.isPresent() && at.isPresent()
        ? Optional.of(new CheckIn.Happened(code.get(), exit, nonce.get(), at.get()))
        : Optional.empty();
  }

  private static Optional<String> code(Fields scan) {
    return scan.made("code", text -> Text.require("code", text, MAX_CODE));
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
      case CheckIn.Outcome.NoList _ -> throw Problem.notFound(LIST);
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
            .undo(list.orElseThrow(), ticket.orElseThrow(), RequestContext.principal(context))
            .orElseThrow(() -> Problem.notFound("A check-in of the ticket on the list"));
    Responses.ok(
        context, CheckinViews.UndoneView.of(undone), "The ticket is good again on the list.");
  }

  private static EventId event(Context context) {
    return Route.id(context, "The event", EventId::new);
  }
}
