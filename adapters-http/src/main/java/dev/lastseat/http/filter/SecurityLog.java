package dev.lastseat.http.filter;

import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.Scope;
import dev.lastseat.http.request.RequestContext;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What happens to accounts, sessions, roles, keys and webhooks, a line each: of every request that
 * may change one of them, which is each that changes something and takes no API key, or one for
 * webhooks; of every one that reads the log of facts; and of every other that is refused because of
 * who sends it. No line has an address, a token or a text of a client.
 */
public final class SecurityLog {
  private static final Logger log = LoggerFactory.getLogger("dev.lastseat.security");
  private static final String ABOUT = "about";
  private static final Set<String> REFUSALS =
      Set.of("authentication_error", "authorization_error", "rate_limit_exceeded");

  private final Set<String> writtenDown;

  public SecurityLog(List<Route> routes) {
    this.writtenDown =
        routes.stream()
            .filter(SecurityLog::isWrittenDown)
            .map(route -> route.method().name() + " " + route.path())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isWrittenDown(Route route) {
    boolean changes = !route.method().name().equals("GET");
    return route
        .scope()
        .map(scope -> scope == Scope.FACTS_READ || (scope == Scope.WEBHOOKS && changes))
        .orElse(changes);
  }

  /** Says whose account or which key a request is about, where no token and no path tells it. */
  public static void about(Context context, String id) {
    context.attribute(ABOUT, id);
  }

  /** To be told when nothing more is done. */
  public void write(Context context) {
    String method = context.req().getMethod();
    String route = RequestLog.route(context);
    String outcome = RequestWatch.outcome(context);
    if (writtenDown.contains(method + " " + route)) {
      write(context, method, route, outcome);
    } else if (REFUSALS.contains(outcome)) {
      write(context, RequestLog.shortened(method), route, outcome);
    }
  }

  private static void write(Context context, String method, String route, String outcome) {
    RequestContext request = RequestContext.of(context);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("requestId", request.requestId());
    fields.put("method", method);
    fields.put("route", route);
    fields.put("outcome", outcome);
    request.principal().ifPresent(sender -> fields.putAll(by(sender)));
    String subject = subject(context);
    if (subject != null && context.statusCode() < 400) {
      fields.put(ABOUT, subject);
    }
    LoggingEventBuilder line = log.atInfo();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      line = line.addKeyValue(field.getKey(), field.getValue());
    }
    line.log("security");
  }

  private static Map<String, String> by(Principal sender) {
    String user = sender.userId().value();
    return switch (sender.credential()) {
      case Credential.Session _ -> Map.of("userId", user);
      case Credential.Key key -> Map.of("userId", user, "apiKeyId", key.id().value());
    };
  }

  private static @Nullable String subject(Context context) {
    String named = context.pathParamMap().get("id");
    return named == null ? context.attribute(ABOUT) : named;
  }
}
