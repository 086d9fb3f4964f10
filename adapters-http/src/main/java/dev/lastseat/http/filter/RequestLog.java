package dev.lastseat.http.filter;

import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line a request: no body, no token, no password, no e-mail address. */
public final class RequestLog {
  private static final Logger log = LoggerFactory.getLogger("dev.lastseat.http.request");

  static final String NO_ROUTE = "none";
  private static final int LONGEST_METHOD = 16;

  private RequestLog() {}

  public static void write(Context context, float millis) {
    RequestContext exchange = RequestContext.of(context);
    var line =
        line(exchange.requestId(), context.req().getMethod(), context.statusCode())
            .addKeyValue("route", route(context))
            .addKeyValue("durationMs", Math.round(millis));
    exchange
        .principal()
        .map(principal -> line.addKeyValue("userId", principal.userId().value()))
        .orElse(line)
        .log("request");
  }

  /** The line of a request that took no time, for it never reached a route. */
  static void writeEarly(String requestId, String method, int status) {
    line(requestId, method, status)
        .addKeyValue("route", NO_ROUTE)
        .addKeyValue("durationMs", 0)
        .log("request");
  }

  private static LoggingEventBuilder line(String requestId, String method, int status) {
    return log.atInfo()
        .addKeyValue("requestId", requestId)
        .addKeyValue("method", shortened(method))
        .addKeyValue("status", status);
  }

  /** Methods are words; what is longer than any of them is somebody's text. */
  static String shortened(String method) {
    return method.substring(0, Math.min(method.length(), LONGEST_METHOD));
  }

  /**
   * The pattern of the route, so that lines of one route can be found; what matched none is not
   * repeated.
   */
  static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? NO_ROUTE : endpoint.path;
  }
}
