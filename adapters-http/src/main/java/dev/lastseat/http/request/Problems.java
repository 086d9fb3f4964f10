package dev.lastseat.http.request;

import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.http.json.Code;
import dev.lastseat.http.json.Envelope;
import dev.lastseat.http.json.Problem;
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
  private static final String RETRY_AFTER_SECONDS = "1";
  private static final String OVERLOADED_RETRY_AFTER_SECONDS = "5";

  private Problems() {}

  public static void respond(Exception failure, Context context) {
    Problem problem = problem(failure, context);
    problem.headers().forEach(context::header);
    context.status(problem.status()).contentType("application/json").result(body(problem));
  }

  private static Problem problem(Exception failure, Context context) {
    return switch (failure) {
      case Problem known -> known;
      case InvalidValue invalid -> Problem.invalid(invalid.field(), invalid.requirement());
      case StoreUnavailable unavailable -> unavailable(unavailable, context);
      case Overloaded overloaded -> overloaded(overloaded, context);
      case HttpResponseException response -> routing(response, context);
      default -> internal(failure, context);
    };
  }

  private static Problem unavailable(StoreUnavailable failure, Context context) {
    // Without a stack trace: while a store is away, every request says the same.
    log.atWarn()
        .addKeyValue("requestId", RequestContext.of(context).requestId())
        .log("store unavailable: " + failure.getMessage());
    return Problem.of(
        Code.SERVICE_UNAVAILABLE,
        "The service is unavailable for the moment; try again with the same request.",
        Map.of("Retry-After", RETRY_AFTER_SECONDS));
  }

  private static Problem overloaded(Overloaded failure, Context context) {
    log.atWarn()
        .addKeyValue("requestId", RequestContext.of(context).requestId())
        .log(failure.getMessage());
    return Problem.of(
        Code.SERVICE_UNAVAILABLE,
        "Too many others ask for this at the moment; try again.",
        Map.of("Retry-After", OVERLOADED_RETRY_AFTER_SECONDS));
  }

  /** What the router has to say. */
  private static Problem routing(HttpResponseException response, Context context) {
    return switch (response.getStatus()) {
      case 404 -> Problem.notFound("The path " + context.path());
      case 405 -> methodNotAllowed(response, context);
      case 413 -> RequestBodies.tooLarge();
      case 400 -> Problem.of(Code.VALIDATION_ERROR, "The request cannot be understood.");
      default -> internal(response, context);
    };
  }

  /** The methods are the only detail of the router, which names it differently for browsers. */
  private static Problem methodNotAllowed(HttpResponseException response, Context context) {
    String allowed = String.join(", ", response.getDetails().values());
    return Problem.of(
        Code.METHOD_NOT_ALLOWED,
        "The path " + context.path() + " knows the methods " + allowed + ".",
        Map.of("Allow", allowed));
  }

  private static Problem internal(Exception failure, Context context) {
    return internal(failure, RequestContext.of(context).requestId());
  }

  private static Problem internal(@Nullable Throwable failure, String requestId) {
    log.atError().setCause(failure).addKeyValue("requestId", requestId).log("internal error");
    String message = "Something went wrong here. Quote the id " + requestId + " to report it.";
    return Problem.of(Code.INTERNAL_ERROR, message);
  }

  /** Something worse than an exception, such as too deep a recursion. */
  public static void respond(HttpServletResponse response, Error failure) {
    Problem problem = internal(failure, response.getHeader(RequestIds.HEADER));
    byte[] body = body(problem).getBytes(StandardCharsets.UTF_8);
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
    return switch (status) {
      case 500 -> internal(failure, requestId);
      case 503 ->
          Problem.of(
              Code.SERVICE_UNAVAILABLE,
              "The service is stopping; try again.",
              Map.of("Retry-After", RETRY_AFTER_SECONDS));
      case 413 -> RequestBodies.tooLarge();
      case 414 -> Problem.of(Code.URI_TOO_LONG, "The request is too large: " + reason + ".");
      case 431 -> Problem.of(Code.HEADERS_TOO_LARGE, "The request is too large: " + reason + ".");
      case 417 -> Problem.of(Code.EXPECTATION_FAILED, "Only 100-continue may be expected.");
      // Jetty would have HTTP/2 upgraded to, which nobody here speaks either.
      case 426, 505 -> Problem.of(Code.HTTP_VERSION_NOT_SUPPORTED, "This speaks HTTP/1.1.");
      case 404 -> Problem.notFound("The path");
      default ->
          Problem.of(Code.VALIDATION_ERROR, "The request cannot be understood: " + reason + ".");
    };
  }

  public static String body(Problem problem) {
    return Envelope.failure(problem.getMessage(), problem.details());
  }
}
