package dev.lastseat.http.request;

import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/**
 * A route of the API.
 *
 * @param path with parameters in braces
 * @param scope what an API key needs here; without one, no key comes in where a token is asked for
 * @param readsQuery whether the handler judges the query itself; otherwise there must be none
 * @param offers the media types of its answers; where there are several, the handler chooses
 */
public record Route(
    HandlerType method,
    String path,
    Access access,
    Optional<Scope> scope,
    boolean readsQuery,
    List<String> offers,
    Handler handler) {
  public static final String BASE = "/api/v1";

  private static Route of(HandlerType method, String path, Access access, Handler handler) {
    return new Route(method, BASE + path, access, Optional.empty(), false, Accept.JSON, handler);
  }

  public static Route get(String path, Access access, Handler handler) {
    return of(HandlerType.GET, path, access, handler);
  }

  /** The same with a query. */
  public static Route query(String path, Access access, Handler handler) {
    return get(path, access, handler).queried();
  }

  public static Route post(String path, Access access, Handler handler) {
    return of(HandlerType.POST, path, access, handler);
  }

  public static Route put(String path, Access access, Handler handler) {
    return of(HandlerType.PUT, path, access, handler);
  }

  public static Route patch(String path, Access access, Handler handler) {
    return of(HandlerType.PATCH, path, access, handler);
  }

  public static Route delete(String path, Access access, Handler handler) {
    return of(HandlerType.DELETE, path, access, handler);
  }

  /** The same with a query, which the handler judges. */
  public Route queried() {
    return new Route(method, path, access, scope, true, offers, handler);
  }

  public Route offering(List<String> mediaTypes) {
    return new Route(method, path, access, scope, readsQuery, mediaTypes, handler);
  }

  /** The same for API keys too that have the scope. */
  public Route scoped(Scope needed) {
    return new Route(method, path, access, Optional.of(needed), readsQuery, offers, handler);
  }

  /** The same outside of the API, where some look for it. */
  public Route atRoot() {
    String below = path.substring(BASE.length());
    return new Route(method, below, access, scope, readsQuery, offers, handler);
  }

  /** The handler behind everything that must hold before it runs. */
  public Handler guarded() {
    return context -> {
      access.require(context);
      if (access != Access.OPEN && access != Access.ALL_KEYS) {
        requireScope(context);
      }
      Accept.best(context, offers);
      if (!readsQuery && context.queryString() != null) {
        new Query(context).requireGood();
      }
      RequestContext.of(context).cause().during(() -> handled(context));
    };
  }

  private Context handled(Context context) throws Exception {
    handler.handle(context);
    return context;
  }

  private void requireScope(Context context) {
    if (RequestContext.of(context).principal().map(Principal::credential).orElse(null)
        instanceof Credential.Key key) {
      Scope needed =
          scope.orElseThrow(() -> Problem.forbidden("This is for no API key; log in for it."));
      if (!key.scopes().contains(needed)) {
        throw Problem.forbidden("The API key lacks the scope " + needed.word() + ".");
      }
    }
  }
}
