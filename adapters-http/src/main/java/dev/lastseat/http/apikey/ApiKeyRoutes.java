package dev.lastseat.http.apikey;

import static dev.lastseat.http.request.RequestContext.principal;
import static dev.lastseat.http.request.Resource.API_KEY;
import static dev.lastseat.http.request.Resource.EVENT;

import dev.lastseat.application.apikey.ManageApiKeys;
import dev.lastseat.application.apikey.ManageApiKeys.Outcome;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** API keys. No route here takes a scope, so that no key makes another. */
public record ApiKeyRoutes(ManageApiKeys keys) {
  public List<Route> routes() {
    return List.of(
        Route.post("/api-keys", Access.USER, this::create),
        Route.query("/api-keys", Access.USER, this::list),
        Route.delete("/api-keys/{id}", Access.USER, this::revoke));
  }

  private void create(Context context) {
    Principal owner = principal(context);
    Fields body = RequestBodies.fields(context).require("name", "scopes");
    Optional<String> name = body.line("name", ApiKey.MAX_NAME);
    Set<Scope> scopes = body.set("scopes", Scope.values().length, Scope::of);
    Optional<EventId> event = body.made("eventId", EventId::new);
    Optional<Instant> expiresAt = body.instant("expiresAt");
    body.requireGood();
    var command = new ManageApiKeys.Command(owner, name.orElseThrow(), scopes, event, expiresAt);
    switch (body.requireGood(() -> keys.create(command))) {
      case Outcome.Created created -> {
        SecurityLog.about(context, created.key().id().value());
        Responses.created(
            context, ApiKeyViews.CREATED.apply(created), "Keep the key: it is not shown again.");
      }
      case Outcome.NoEvent _ -> throw EVENT.notFound();
      case Outcome.TooMany _ ->
          throw Problem.conflict(
              "There may be %s API keys of one user; revoke one first."
                  .formatted(ApiKey.MAX_PER_USER));
    }
  }

  private void list(Context context) {
    Principal viewer = principal(context);
    Query query = new Query(context);
    Optional<UserId> owner = query.ownUnlessAll(viewer.userId());
    Paging paging = Paging.of(query);
    Page<ApiKey> page =
        keys.list(owner, paging.request(), viewer).orElseThrow(ApiKeyRoutes::forbidden);
    Responses.list(context, page, ApiKeyViews.API_KEY, paging, "API keys.");
  }

  private void revoke(Context context) {
    boolean found = keys.revoke(API_KEY.id(context), principal(context));
    Responses.done(context, found, API_KEY);
  }

  private static Problem forbidden() {
    return Problem.forbidden("Other people's API keys are for admins only.");
  }
}
