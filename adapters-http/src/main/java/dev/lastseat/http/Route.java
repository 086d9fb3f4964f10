package dev.lastseat.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A route of the API.
 *
 * @param path below {@link #BASE}, with parameters in braces
 * @param readsQuery whether the handler judges the query itself; otherwise there must be none
 */
record Route(HandlerType method, String path, Access access, boolean readsQuery, Handler handler) {
  static final String BASE = "/api/v1";

  /** All of them. */
  static List<Route> all(UseCases useCases, HttpPorts ports, RateLimits limits, Clock clock) {
    Forms forms = new Forms(clock);
    Idempotency idempotency = new Idempotency(ports.responses());
    EventForms eventForms = new EventForms(forms);
    List<Route> routes = new ArrayList<>();
    routes.addAll(new HealthRoutes(ports.health(), clock).routes());
    routes.addAll(new AuthRoutes(useCases.users(), forms, limits).routes());
    routes.addAll(
        new EventRoutes(useCases.eventReads(), useCases.eventWrites(), eventForms).routes());
    routes.addAll(new BookingRoutes(useCases.bookings(), forms, idempotency).routes());
    routes.addAll(new OrderRoutes(useCases.orders(), forms, idempotency).routes());
    return routes;
  }

  static Route get(String path, Access access, Handler handler) {
    return new Route(HandlerType.GET, path, access, false, handler);
  }

  static Route query(String path, Access access, Handler handler) {
    return new Route(HandlerType.GET, path, access, true, handler);
  }

  static Route post(String path, Access access, Handler handler) {
    return new Route(HandlerType.POST, path, access, false, handler);
  }

  static Route put(String path, Access access, Handler handler) {
    return new Route(HandlerType.PUT, path, access, false, handler);
  }

  static Route patch(String path, Access access, Handler handler) {
    return new Route(HandlerType.PATCH, path, access, false, handler);
  }

  static Route delete(String path, Access access, Handler handler) {
    return new Route(HandlerType.DELETE, path, access, false, handler);
  }

  String fullPath() {
    return BASE + path;
  }

  /** The handler behind everything that must hold before it runs. */
  Handler guarded() {
    return context -> {
      access.require(context);
      Requests.requireJsonAccepted(context);
      if (!readsQuery) {
        new Query(context, Set.of()).requireGood();
      }
      handler.handle(context);
    };
  }
}
