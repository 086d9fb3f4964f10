package dev.lastseat.http.account;

import static dev.lastseat.http.request.RequestContext.userId;

import dev.lastseat.application.accountdata.ExportAccount.Everything;
import dev.lastseat.http.apikey.ApiKeyViews;
import dev.lastseat.http.booking.BookingViews;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.json.View;
import dev.lastseat.http.passkey.PasskeyViews;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import dev.lastseat.http.ticket.NamedTicket;
import dev.lastseat.http.ticket.TicketViews;
import dev.lastseat.http.user.UserUseCases;
import dev.lastseat.http.user.UserViews;
import dev.lastseat.http.webhook.WebhookViews;
import io.javalin.http.Context;
import java.util.List;

/** Shows users everything that is kept about them. */
public record AccountExportRoutes(UserUseCases users) {
  public List<Route> routes() {
    return List.of(Route.get("/auth/me/export", Access.USER, this::export));
  }

  private static View<Everything> view(String currentSession) {
    return new View<Everything>()
        .field("user", all -> UserViews.USER.apply(all.user()))
        .field("sessions", all -> UserViews.session(currentSession).each(all.sessions()))
        .field("bookings", all -> BookingViews.BOOKING.each(all.bookings()))
        .field("orders", all -> BookingViews.ORDER.each(all.orders()))
        .field("visitors", all -> TicketViews.NAMED.each(NamedTicket.of(all.tickets())))
        .field("passkeys", all -> PasskeyViews.PASSKEY.each(all.passkeys()))
        .field("apiKeys", all -> ApiKeyViews.API_KEY.each(all.apiKeys()))
        .field("webhooks", all -> WebhookViews.WEBHOOK.each(all.webhooks()));
  }

  private void export(Context context) {
    View<Everything> view = view(RequestContext.session(context));
    Everything all = users.export().handle(userId(context)).orElseThrow(Problem::userGone);
    Responses.ok(context, view.apply(all), "This is all that is kept about you.");
  }
}
