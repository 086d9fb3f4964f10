package dev.lastseat.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * A route of the API.
 *
 * @param path below {@link #BASE}, with parameters in braces
 */
record Route(HandlerType method, String path, Access access, Handler handler) {
  static final String BASE = "/api/v1";

  static Route get(String path, Access access, Handler handler) {
    return new Route(HandlerType.GET, path, access, handler);
  }

  static Route post(String path, Access access, Handler handler) {
    return new Route(HandlerType.POST, path, access, handler);
  }

  static Route put(String path, Access access, Handler handler) {
    return new Route(HandlerType.PUT, path, access, handler);
  }

  static Route patch(String path, Access access, Handler handler) {
    return new Route(HandlerType.PATCH, path, access, handler);
  }

  static Route delete(String path, Access access, Handler handler) {
    return new Route(HandlerType.DELETE, path, access, handler);
  }

  String fullPath() {
    return BASE + path;
  }

  /** The handler behind everything that must hold before it runs. */
  Handler guarded() {
    return context -> {
      access.require(context);
      Requests.requireJsonAccepted(context);
      handler.handle(context);
    };
  }
}
