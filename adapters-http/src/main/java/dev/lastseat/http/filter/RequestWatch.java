package dev.lastseat.http.filter;

import dev.lastseat.application.port.Observer;
import io.javalin.http.Context;
import java.util.Objects;
import org.eclipse.jetty.server.Request;

/** Lets the observer know of every request: its route, its status, and what came of it. */
public record RequestWatch(Observer observer) {
  private static final String REQUEST = "watched";
  private static final String OUTCOME = "outcome";
  private static final String OK = "ok";
  private static final String ERROR = "error";

  /** To be told before anything else is done with the request. */
  public void begins(Context context) {
    context.attribute(REQUEST, observer.request(context.req().getMethod(), context::header));
  }

  /** What came of the request, unless its status says it all. */
  public static void comesTo(String outcome, Context context) {
    context.attribute(OUTCOME, outcome);
  }

  /** To be told when nothing more is done. */
  public void ends(Context context) {
    Observer.Request request = context.attribute(REQUEST);
    if (request != null) {
      request.answered(RequestLog.route(context), context.statusCode(), outcome(context));
    }
  }

  /** What came of the request, in a word. */
  static String outcome(Context context) {
    String told = context.attribute(OUTCOME);
    return Objects.requireNonNullElse(told, outcome(context.statusCode()));
  }

  /** A request that never reached a route. */
  void early(Request request, int status) {
    observer
        .request(request.getMethod(), request.getHeaders()::get)
        .answered(RequestLog.NO_ROUTE, status, outcome(status));
  }

  private static String outcome(int status) {
    return status < 400 ? OK : ERROR;
  }
}
