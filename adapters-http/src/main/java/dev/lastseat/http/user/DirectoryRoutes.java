package dev.lastseat.http.user;

import static dev.lastseat.http.request.Resource.USER;

import dev.lastseat.application.user.ManageUsers;
import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserQuery;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;

/** The accounts of everybody, for admins: who there is, and what they may do. */
public record DirectoryRoutes(ManageUsers users) {
  public List<Route> routes() {
    return List.of(
        Route.query("/users", Access.ADMIN, this::search),
        Route.get("/users/{id}", Access.ADMIN, this::show),
        Route.patch("/users/{id}", Access.ADMIN, this::changeRole));
  }

  private void search(Context context) {
    Query query = new Query(context);
    UserQuery wanted =
        new UserQuery(
            query.parsed("search", SearchWords::of),
            query.constant("role", Role.class),
            PageRequest.FIRST);
    Paging paging = Paging.of(query);
    var page = users.search(wanted.at(paging.request()));
    Responses.list(context, page, UserViews.USER, paging, "Users.");
  }

  private void show(Context context) {
    var user = users.find(USER.id(context)).orElseThrow(USER::notFound);
    Responses.ok(context, UserViews.USER.apply(user), "The user.");
  }

  private void changeRole(Context context) {
    Fields body = RequestBodies.fields(context).require("role");
    Role role = body.requireGood(body.constant("role", Role.class));
    switch (users.changeRole(USER.id(context), role)) {
      case RoleChange.Changed(var user) ->
          Responses.ok(context, UserViews.USER.apply(user), "The user has the role.");
      case RoleChange.NoSuchUser _ -> throw USER.notFound();
      case RoleChange.LastAdmin _ ->
          throw Problem.conflict("Nobody else is an admin; make somebody one first.");
    }
  }
}
