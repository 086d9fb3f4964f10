package dev.lastseat.http.user;

import dev.lastseat.domain.port.store.account.Users.RoleChange;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** The accounts of everybody, for admins: who there is, and what they may do. */
public record DirectoryRoutes(DirectoryUseCases users) {
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
            query.constant("role", Role.values(), Role::word),
            PageRequest.FIRST);
    Paging paging = Paging.of(query);
    query.requireGood();
    var page = users.search().handle(wanted.at(paging.request()));
    Responses.list(context, page, UserViews::user, paging, "Users.");
  }

  private void show(Context context) {
    var user = users.find().handle(id(context)).orElseThrow(DirectoryRoutes::notFound);
    Responses.ok(context, UserViews.user(user), "The user.");
  }

  private void changeRole(Context context) {
    Fields body = RequestBodies.fields(context).require("role");
    Optional<Role> role = body.constant("role", Role.values(), Role::word);
    body.requireGood();
    switch (users.changeRole().handle(id(context), role.orElseThrow())) {
      case RoleChange.Changed(var user) ->
          Responses.ok(context, UserViews.user(user), "The user has the role.");
      case RoleChange.NoSuchUser _ -> throw notFound();
      case RoleChange.LastAdmin _ ->
          throw Problem.of(Code.CONFLICT, "Nobody else is an admin; make somebody one first.");
    }
  }

  private static UserId id(Context context) {
    return Route.id(context, "The user", UserId::new);
  }

  private static Problem notFound() {
    return Problem.notFound("The user");
  }
}
