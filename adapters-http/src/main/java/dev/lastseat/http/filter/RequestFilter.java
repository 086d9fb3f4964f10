package dev.lastseat.http.filter;

import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * What every request passes before any route: it gets its id, its headers, its sender, and is
 * counted. What can fail comes after the headers, so that no answer lacks them.
 */
public record RequestFilter(
    CommonHeaders headers,
    Senders senders,
    RateLimits limits,
    RequestContext.Ids ids,
    ClientAddresses clients) {
  private static final Set<String> HEALTH =
      Set.of(
          "/health",
          Route.BASE + "/health",
          Route.BASE + "/health/live",
          Route.BASE + "/health/ready");

  /** Everybody behind one address sends these all day long. */
  private static final String REFRESH = Route.BASE + "/auth/refresh";

  /** A provider sends as many as there are payments; they are counted if nobody has signed them. */
  private static final String INBOX = Route.BASE + "/payments/events";

  public void apply(Context context) {
    String requestId = ids.of(context.header(RequestContext.Ids.HEADER));
    Request request = RequestContext.jetty(context);
    String client = clients.of(request);
    new RequestContext(requestId, Optional.empty(), client).attachTo(context);
    headers.write(requestId, context.header("Origin"), context::header);
    if (headers.answerPreflight(context)) {
      limits.takePreflight(context);
      Responses.nothing(context, 204);
      context.skipRemainingHandlers();
      return;
    }
    if (!isHealth(context)) {
      new RequestContext(requestId, senders.of(context), client).attachTo(context);
      clients.warnOnce(request);
      count(context);
    }
    RequestBodies.requireReadable(context);
  }

  private void count(Context context) {
    if (is(context, REFRESH)) {
      limits.takeRefresh(context);
    } else if (is(context, INBOX)) {
      limits.tell(RequestContext.of(context).client(), context::header);
    } else {
      limits.take(context);
    }
  }

  private static boolean is(Context context, String posted) {
    return path(context).equals(posted) && context.req().getMethod().equals("POST");
  }

  /** Whoever watches over this program asks often, and past the proxies. */
  private static boolean isHealth(Context context) {
    return HEALTH.contains(path(context));
  }

  /** A slash at its end makes no difference to the routes either. */
  private static String path(Context context) {
    String path = context.path();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
