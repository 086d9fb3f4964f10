package dev.lastseat.http.request;

import dev.lastseat.domain.user.Principal;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * What is known of a request before any route sees it.
 *
 * @param principal who sends it, if its token is good
 * @param client the address it comes from
 */
public record RequestContext(String requestId, Optional<Principal> principal, String client) {
  private static final String KEY = "exchange";
  private static final RequestContext UNKNOWN =
      new RequestContext("unknown", Optional.empty(), "unknown");

  public static RequestContext of(Context context) {
    RequestContext exchange = context.attribute(KEY);
    return exchange == null ? UNKNOWN : exchange;
  }

  /** The members of a header that holds a list, perhaps over several lines (RFC 9110, 5.3). */
  static List<String> members(Request request, String header) {
    return request.getHeaders().getValuesList(header).stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }

  static Request jetty(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req());
  }

  void attachTo(Context context) {
    context.attribute(KEY, this);
  }

  public static Principal principal(Context context) {
    return of(context)
        .principal()
        .orElseThrow(() -> Problem.unauthenticated("This needs a valid access token."));
  }
}
