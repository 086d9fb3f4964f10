package dev.lastseat.http.ticket;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.BOOKING;

import dev.lastseat.application.api.Times;
import dev.lastseat.application.ticket.IssuedTicket;
import dev.lastseat.application.ticket.NameVisitor;
import dev.lastseat.application.ticket.ReissueTicket.Outcome;
import dev.lastseat.application.ticket.ShowTickets.TicketsOfBooking;
import dev.lastseat.domain.event.VisitorRules;
import dev.lastseat.domain.ticket.Answers;
import dev.lastseat.domain.ticket.TicketRevision;
import dev.lastseat.domain.ticket.Visitor;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.User;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Json;
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
import java.util.SortedMap;

/** The tickets of a booking. No code is ever in a path, for paths are logged. */
public record TicketRoutes(TicketUseCases tickets) {
  private static final String TICKET = "The ticket";
  private static final String PNG = "image/png";
  private static final String SVG = "image/svg+xml";
  private static final String HTML = "text/html";

  public List<Route> routes() {
    return List.of(
        Route.query("/tickets", Access.USER, this::inName).scoped(Scope.BOOKINGS_READ),
        Route.get("/bookings/{id}/tickets", Access.USER, this::list).scoped(Scope.BOOKINGS_READ),
        Route.get("/bookings/{id}/tickets.html", Access.USER, this::page)
            .offering(List.of(HTML))
            .scoped(Scope.BOOKINGS_READ),
        Route.post("/bookings/{id}/tickets/{number}/reissue", Access.USER, this::reissue)
            .scoped(Scope.BOOKINGS_WRITE),
        Route.post("/bookings/{id}/tickets/resend", Access.USER, this::resend)
            .scoped(Scope.BOOKINGS_WRITE),
        Route.get("/bookings/{id}/tickets/{number}/qr.png", Access.USER, this::png)
            .offering(List.of(PNG))
            .scoped(Scope.BOOKINGS_READ),
        Route.get("/bookings/{id}/tickets/{number}/qr.svg", Access.USER, this::svg)
            .offering(List.of(SVG))
            .scoped(Scope.BOOKINGS_READ),
        Route.put("/bookings/{id}/tickets/{number}/visitor", Access.USER, this::name)
            .scoped(Scope.BOOKINGS_WRITE),
        Route.delete("/bookings/{id}/tickets/{number}/visitor", Access.USER, this::nameNobody)
            .scoped(Scope.BOOKINGS_WRITE),
        Route.get("/.well-known/lastseat-tickets.json", Access.OPEN, this::keys).atRoot());
  }

  /** By which any scanner judges signed codes; found where such things are (RFC 8615). */
  private void keys(Context context) {
    var keys = List.of(TicketViews.KEY.apply(tickets.signed()));
    Responses.json(context, 200, Json.write(Map.of("keys", keys)));
  }

  private void inName(Context context) {
    Paging paging = Paging.of(new Query(context));
    var page = tickets.inName().handle(userId(context), paging.request());
    Responses.list(context, page, TicketViews.IN_NAME, paging, "Tickets in your name.");
  }

  private void list(Context context) {
    Responses.all(context, found(context).tickets(), TicketViews.TICKET, "The tickets.");
  }

  private TicketsOfBooking found(Context context) {
    return tickets
        .show()
        .handle(BOOKING.id(context), principal(context))
        .orElseThrow(BOOKING::notFound);
  }

  private void page(Context context) {
    TicketsOfBooking found = found(context);
    if (found.tickets().stream().allMatch(ticket -> ticket.code().isEmpty())) {
      throw noCode();
    }
    TicketPage page = TicketPage.of(found, tickets.images(), context.header("Accept-Language"));
    context
        .header("Content-Security-Policy", TicketPage.POLICY)
        .header("Content-Language", page.language().toLanguageTag())
        .contentType(HTML + "; charset=utf-8")
        .result(page.html());
  }

  private void reissue(Context context) {
    Principal by = principal(context);
    switch (tickets.reissue().handle(BOOKING.id(context), number(context), by)) {
      case Outcome.Reissued(IssuedTicket ticket) ->
          Responses.ok(
              context,
              TicketViews.TICKET.apply(ticket),
              "The ticket has another code; the one before is good no more.");
      case Outcome.NotFound _ -> throw Problem.notFound(TICKET);
      case Outcome.NotGood _ -> throw noCode();
      case Outcome.NoMoreCodes _ -> throw noMoreCodes();
    }
  }

  private void resend(Context context) {
    switch (tickets.resend().handle(BOOKING.id(context), principal(context))) {
      case ASKED ->
          Responses.accepted(
              context, Map.of(), "The mail with the tickets is on its way to their buyer.");
      case NOT_FOUND -> throw BOOKING.notFound();
      case NOT_GOOD -> throw noCode();
    }
  }

  private void png(Context context) {
    context.res().setCharacterEncoding(null); // which images have none of
    context.contentType(PNG).result(tickets.images().png(code(context)));
  }

  private void svg(Context context) {
    context.contentType(SVG).result(tickets.images().svg(code(context)));
  }

  private String code(Context context) {
    int number = number(context);
    return found(context)
        .ticket(number)
        .orElseThrow(() -> Problem.notFound(TICKET))
        .code()
        .orElseThrow(TicketRoutes::noCode)
        .value();
  }

  private static Problem noCode() {
    return Problem.conflict("Only tickets of a confirmed booking have codes.");
  }

  private static Problem noMoreCodes() {
    return Problem.conflict(
        "The ticket got another code %d times, and gets no more.".formatted(TicketRevision.MAX));
  }

  private void name(Context context) {
    Fields body = RequestBodies.fields(context).require("name");
    Optional<String> name = body.line("name", User.MAX_NAME);
    Optional<Email> email = body.made("email", Email::new);
    SortedMap<String, String> texts = body.texts("answers", VisitorRules.MAX_QUESTIONS);
    Optional<Answers> answers = body.composed(() -> new Answers(texts));
    body.requireGood();
    Visitor visitor = new Visitor(name.orElseThrow(), email, answers.orElseThrow());
    answer(
        context,
        body.requireGood(() -> named(context, Optional.of(visitor))),
        "The ticket has its visitor.");
  }

  private void nameNobody(Context context) {
    answer(context, named(context, Optional.empty()), "Nobody is named for the ticket.");
  }

  private NameVisitor.Outcome named(Context context, Optional<Visitor> visitor) {
    Principal by = principal(context);
    return tickets.name().handle(BOOKING.id(context), number(context), visitor, by);
  }

  private static void answer(Context context, NameVisitor.Outcome outcome, String message) {
    switch (outcome) {
      case NameVisitor.Outcome.Named(IssuedTicket ticket) ->
          Responses.ok(context, TicketViews.TICKET.apply(ticket), message);
      case NameVisitor.Outcome.NotFound _ -> throw Problem.notFound(TICKET);
      case NameVisitor.Outcome.NotLive _ ->
          throw Problem.conflict("The ticket is not good any more.");
      case NameVisitor.Outcome.TooLate(Instant until) ->
          throw Problem.conflict("Visitors could be named until %s.".formatted(Times.text(until)));
      case NameVisitor.Outcome.NoMoreCodes _ -> throw noMoreCodes();
    }
  }

  /** What is no number names nothing. */
  private static int number(Context context) {
    String number = context.pathParam("number");
    if (!number.matches("[1-9][0-9]{0,2}")) {
      throw Problem.notFound(TICKET);
    }
    return Integer.parseInt(number);
  }
}
