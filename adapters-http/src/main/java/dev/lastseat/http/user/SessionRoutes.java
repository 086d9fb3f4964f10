package dev.lastseat.http.user;

import dev.lastseat.http.json.Problem;
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
    List<UserViews.SessionView> views =
        users.sessions().list(RequestContext.principal(context).userId()).stream()
            .map(session -> UserViews.session(session, current))
            .toList();
    Responses.ok(context, views, "These are your sessions.");
  }

  private void endOthers(Context context) {
    users
        .sessions()
        .endOthers(RequestContext.principal(context).userId(), RequestContext.session(context));
    Responses.nothing(context, 204);
  }

  private void end(Context context) {
    if (!users
        .sessions()
        .end(RequestContext.principal(context).userId(), context.pathParam("id"))) {
      throw Problem.notFound("The session");
    }
    Responses.nothing(context, 204);
  }
}
