package dev.lastseat.http.apikey;

import dev.lastseat.application.apikey.CreateApiKey;
import dev.lastseat.application.apikey.CreateApiKey.Outcome;
import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.apikey.ApiKeyToken;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Text;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.filter.SecurityLog;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** API keys. No route here takes a scope, so that no key makes another. */
public record ApiKeyRoutes(ApiKeyUseCases keys) {
  public List<Route> routes() {
    return List.of(
        Route.post("/api-keys", Access.USER, this::create),
        Route.query("/api-keys", Access.USER, this::list),
        Route.delete("/api-keys/{id}", Access.USER, this::revoke));
  }

  private void create(Context context) {
    Principal owner = RequestContext.principal(context);
    Fields body = RequestBodies.fields(context).require("name", "scopes");
    Optional<String> name = body.made("name", text -> Text.require("name", text, ApiKey.MAX_NAME));
    Set<Scope> scopes = body.set("scopes", Scope.values().length, Scope::of);
    Optional<EventId> event = body.made("eventId", EventId::new);
    Optional<Instant> expiresAt = body.instant("expiresAt");
    body.requireGood();
    var command = new CreateApiKey.Command(owner, name.orElseThrow(), scopes, event, expiresAt);
    Optional<Outcome> outcome = body.attempt(() -> keys.create().handle(command));
    body.requireGood();
    switch (outcome.orElseThrow()) {
      case Outcome.Created(ApiKey key, ApiKeyToken token) -> created(context, key, token);
      case Outcome.NoEvent _ -> throw Problem.notFound("The event");
      case Outcome.TooMany _ ->
          throw Problem.of(
              Code.CONFLICT,
              "There may be %s API keys of one user; revoke one first."
                  .formatted(ApiKey.MAX_PER_USER));
    }
  }

  private static void created(Context context, ApiKey key, ApiKeyToken token) {
    SecurityLog.about(context, key.id().value());
    Responses.json(
        context,
        201,
        Envelope.success(ApiKeyViews.created(key, token), "Keep the key: it is not shown again."));
  }

  private void list(Context context) {
    Principal viewer = RequestContext.principal(context);
    Query query = new Query(context);
    boolean all = query.flag("all").orElse(false);
    Paging paging = Paging.of(query);
    query.requireGood();
    Page<ApiKey> page =
        all
            ? keys.list().all(viewer, paging.request()).orElseThrow(ApiKeyRoutes::forbidden)
            : keys.list().own(viewer, paging.request());
    Responses.list(context, page, ApiKeyViews::listed, paging, "API keys.");
  }

  private void revoke(Context context) {
    ApiKeyId id = Route.id(context, "The API key", ApiKeyId::new);
    if (!keys.revoke().handle(id, RequestContext.principal(context))) {
      throw Problem.notFound("The API key");
    }
    Responses.nothing(context, 204);
  }

  private static Problem forbidden() {
    return Problem.of(Code.AUTHORIZATION_ERROR, "Other people's API keys are for admins only.");
  }
}
