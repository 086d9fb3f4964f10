package dev.lastseat.http.filter;

import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.RequestContext;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How whatever went wrong is told to the client: the one place where errors become HTTP. */
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  public static void respond(Exception failure, Context context) {
    Problem problem = problem(failure, context);
    problem.headers().forEach(context::header);
    RequestWatch.comesTo(problem.outcome(), context);
    context.status(problem.status()).contentType("application/json").result(problem.body());
  }

  private static Problem problem(Exception failure, Context context) {
    return switch (failure) {
      case Problem known -> known;
      case InvalidValue invalid -> Problem.invalid(invalid.field(), invalid.requirement());
      case StoreUnavailable away ->
          unavailable(
              "store unavailable: " + away.getMessage(),
              "The service is unavailable for the moment; try again with the same request.",
              1,
              context);
      case Overloaded busy ->
          unavailable(
              busy.getMessage(),
              "Too many others ask for this at the moment; try again.",
              5,
              context);
      case HttpResponseException response -> routing(response, context);
      default -> internal(failure, RequestContext.of(context).requestId());
    };
  }

  /** Logged without a stack trace: while a store is away, every request says the same. */
  private static Problem unavailable(
      @Nullable String why, String message, int seconds, Context context) {
    log.atWarn().addKeyValue("requestId", RequestContext.of(context).requestId()).log(why);
    return unavailable(message, seconds);
  }

  private static Problem unavailable(String message, int seconds) {
    return Problem.of(
        Code.SERVICE_UNAVAILABLE, message, Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** What the router has to say. */
  private static Problem routing(HttpResponseException response, Context context) {
    String path = "The path " + context.path();
    return switch (response.getStatus()) {
      case 404 -> Problem.notFound(path);
      case 405 -> {
        // The methods are the only detail, which the router names differently for browsers.
        String allowed = String.join(", ", response.getDetails().values());
        String message = path + " knows the methods " + allowed + ".";
        yield Problem.of(Code.METHOD_NOT_ALLOWED, message, Map.of("Allow", allowed));
      }
      default -> early(response.getStatus(), "", response, RequestContext.of(context).requestId());
    };
  }

  private static Problem internal(@Nullable Throwable failure, String requestId) {
    log.atError().setCause(failure).addKeyValue("requestId", requestId).log("internal error");
    String message = "Something went wrong here. Quote the id " + requestId + " to report it.";
    return Problem.of(Code.INTERNAL_ERROR, message);
  }

  /** Something worse than an exception, such as too deep a recursion. */
  public static void respond(HttpServletResponse response, Error failure) {
    Problem problem = internal(failure, response.getHeader(RequestContext.Ids.HEADER));
    byte[] body = problem.body().getBytes(StandardCharsets.UTF_8);
    try {
      response.setStatus(problem.status());
      response.setContentType("application/json");
      response.getOutputStream().write(body);
    } catch (IOException gone) {
      log.atInfo().setCause(gone).log("client gone before it could be told");
    }
  }

  /** A request that never reached a route. */
  static Problem early(int status, String reason, @Nullable Throwable failure, String requestId) {
    String why = reason.isEmpty() ? "." : ": " + reason + ".";
    return switch (status) {
      case 404 -> Problem.notFound("The path");
      case 413 -> RequestBodies.tooLarge();
      case 414 -> Problem.of(Code.URI_TOO_LONG, "The request is too large" + why);
      case 431 -> Problem.of(Code.HEADERS_TOO_LARGE, "The request is too large" + why);
      case 417 -> Problem.of(Code.EXPECTATION_FAILED, "Only 100-continue may be expected.");
      // Jetty would have HTTP/2 upgraded to, which nobody here speaks either.
      case 426, 505 -> Problem.of(Code.HTTP_VERSION_NOT_SUPPORTED, "This speaks HTTP/1.1.");
      case 503 -> unavailable("The service is stopping; try again.", 1);
      default ->
          status < 500
              ? Problem.of(Code.VALIDATION_ERROR, "The request cannot be understood" + why)
              : internal(failure, requestId);
    };
  }
}
