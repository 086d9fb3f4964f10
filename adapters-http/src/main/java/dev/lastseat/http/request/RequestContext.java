package dev.lastseat.http.request;

import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.Cause;
import dev.lastseat.domain.shared.Identifiers;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Principal;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

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
  public static List<String> members(Request request, String header) {
    List<String> lines = request.getHeaders().getValuesList(header);
    return lines.isEmpty() ? lines : members(lines);
  }

  private static List<String> members(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }

  public static Request jetty(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req());
  }

  /** Who changes what is changed while it is handled. */
  Cause cause() {
    return new Cause(principal.map(Actor::of).orElse(Actor.ANONYMOUS), requestId);
  }

  public void attachTo(Context context) {
    context.attribute(KEY, this);
  }

  public static Principal principal(Context context) {
    return of(context)
        .principal()
        .orElseThrow(() -> Problem.unauthenticated("This needs a valid access token."));
  }

  /** The user who sends the request, or for whom it is sent. */
  public static UserId userId(Context context) {
    return principal(context).userId();
  }

  /** Names the session that the request belongs to. */
  public static String session(Context context) {
    if (principal(context).credential() instanceof Credential.Session(String id)) {
      return id;
    }
    throw Problem.of(Code.AUTHORIZATION_ERROR, "This needs the access token of a log-in.");
  }

  /** Names requests: as their sender does, if that can go into a log, else by a new identifier. */
  public static final class Ids {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
      this.clock = clock;
      this.random = random;
    }

    public String of(@Nullable String given) {
      return given != null && FORM.matcher(given).matches()
          ? given
          : Identifiers.next(clock.instant(), random);
    }
  }
}
