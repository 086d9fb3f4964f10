package dev.lastseat.http.user;

import static dev.lastseat.http.request.RequestContext.userId;
import static dev.lastseat.http.request.Resource.SESSION;

import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;

/** The log-ins of a user, for the user to look through and end. */
public record SessionRoutes(UserUseCases users) {
  public List<Route> routes() {
    return List.of(
        Route.get("/auth/sessions", Access.USER, this::list),
        Route.delete("/auth/sessions", Access.USER, this::endOthers),
        Route.delete("/auth/sessions/{id}", Access.USER, this::end));
  }

  private void list(Context context) {
    String current = RequestContext.session(context);
    Responses.all(
        context,
        users.sessions().list(userId(context)),
        UserViews.session(current),
        "These are your sessions.");
  }

  private void endOthers(Context context) {
    users.sessions().endOthers(userId(context), RequestContext.session(context));
    Responses.nothing(context, 204);
  }

  private void end(Context context) {
    boolean found = users.sessions().end(userId(context), SESSION.id(context));
    Responses.done(context, found, SESSION);
  }
}
