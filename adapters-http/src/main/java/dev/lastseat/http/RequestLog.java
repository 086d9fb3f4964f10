package dev.lastseat.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: no body, no token, no password, no e-mail address. */
final class RequestLog {
  private static final Logger log = LoggerFactory.getLogger("dev.lastseat.http.request");

  private RequestLog() {}

  static void write(Context context, float millis) {
    Exchange exchange = Exchange.of(context);
    var line =
        log.atInfo()
            .addKeyValue("requestId", exchange.requestId())
            .addKeyValue("method", context.method().name())
            .addKeyValue("route", route(context))
            .addKeyValue("status", context.statusCode())
            .addKeyValue("durationMs", Math.round(millis));
    exchange
        .principal()
        .map(principal -> line.addKeyValue("userId", principal.userId().value()))
        .orElse(line)
        .log("request");
  }

  /**
   * The pattern of the route, so that lines of one route can be found; what matched none is not
   * repeated.
   */
  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "none" : endpoint.path;
  }
}
