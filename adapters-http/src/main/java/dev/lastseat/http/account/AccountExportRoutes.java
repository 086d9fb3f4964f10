package dev.lastseat.http.account;

import static dev.lastseat.http.request.RequestContext.userId;

import dev.lastseat.application.accountdata.ExportAccount.Everything;
import dev.lastseat.http.apikey.ApiKeyViews;
import dev.lastseat.http.booking.BookingViews;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.passkey.PasskeyViews;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
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

  private record AccountView(
      UserViews.UserView user,
      List<UserViews.SessionView> sessions,
      List<BookingViews.BookingView> bookings,
      List<BookingViews.OrderView> orders,
      List<TicketViews.NamedTicketView> visitors,
      List<PasskeyViews.PasskeyView> passkeys,
      List<ApiKeyViews.ApiKeyView> apiKeys,
      List<WebhookViews.WebhookView> webhooks) {}

  private void export(Context context) {
    String current = RequestContext.session(context);
    Everything all = users.export().handle(userId(context)).orElseThrow(Problem::userGone);
    AccountView view =
        new AccountView(
            UserViews.user(all.user()),
            all.sessions().stream().map(it -> UserViews.session(it, current)).toList(),
            all.bookings().stream().map(BookingViews::booking).toList(),
            all.orders().stream().map(BookingViews::order).toList(),
            TicketViews.NamedTicketView.of(all.tickets()),
            all.passkeys().stream().map(PasskeyViews::passkey).toList(),
            all.apiKeys().stream().map(ApiKeyViews::listed).toList(),
            all.webhooks().stream().map(WebhookViews::listed).toList());
    Responses.ok(context, view, "This is all that is kept about you.");
  }
}
