package dev.lastseat.http.checkin;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.LIST;

import dev.lastseat.application.checkin.CheckIn;
import dev.lastseat.domain.checkin.Checkin;
import dev.lastseat.domain.checkin.CheckinListId;
import dev.lastseat.domain.checkin.Scan;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.ticket.TicketId;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scans at the door. Devices are API keys that have the scope, and cannot undo what they did. */
public record ScanRoutes(CheckinUseCases door) {
  private static final int MAX_CODE = 200;

  public List<Route> routes() {
    return List.of(
        Route.post("/checkins", Access.STAFF, this::checkIn).scoped(Scope.CHECKIN),
        Route.post("/checkins/batch", Access.STAFF, this::upload).scoped(Scope.CHECKIN),
        Route.post("/checkins/undo", Access.STAFF, this::undo));
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
    List<CheckIn.Happened> scans = body.items("scans", CheckIn.Upload.MAX, ScanRoutes::happened);
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
