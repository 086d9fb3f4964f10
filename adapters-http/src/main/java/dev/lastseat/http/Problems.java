package dev.lastseat.http;

import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.InvalidValue;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How whatever went wrong is told to the client: the one place where errors become HTTP. */
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_AFTER_SECONDS = "1";

  private Problems() {}

  static void respond(Exception failure, Context context) {
    Problem problem = problem(failure, context);
    problem.headers().forEach(context::header);
    context
        .status(problem.status())
        .contentType("application/json")
        .result(Envelope.failure(problem.getMessage() + "", problem.details()));
  }

  private static Problem problem(Exception failure, Context context) {
    return switch (failure) {
      case Problem known -> known;
      case InvalidValue invalid -> Problem.invalid(invalid.field(), invalid.requirement());
      case StoreUnavailable unavailable -> unavailable(unavailable, context);
      case HttpResponseException response -> routing(response, context);
      default -> internal(failure, context);
    };
  }

  private static Problem unavailable(StoreUnavailable failure, Context context) {
    log.atWarn()
        .setCause(failure)
        .addKeyValue("requestId", Exchange.of(context).requestId())
        .log("store unavailable");
    return Problem.of(
        Code.SERVICE_UNAVAILABLE,
        "The service is unavailable for the moment; try again with the same request.",
        Map.of("Retry-After", RETRY_AFTER_SECONDS));
  }

  private static Problem routing(HttpResponseException response, Context context) {
    return switch (response.getStatus()) {
      case 404 -> Problem.notFound("The path " + context.path());
      case 405 -> {
        String allowed = response.getDetails().getOrDefault("availableMethods", "");
        yield Problem.of(
            Code.METHOD_NOT_ALLOWED,
            "The path " + context.path() + " knows the methods " + allowed + ".",
            Map.of("Allow", allowed));
      }
      case 413 -> Requests.tooLarge();
      default -> internal(response, context);
    };
  }

  private static Problem internal(Exception failure, Context context) {
    String id = Exchange.of(context).requestId();
    log.atError().setCause(failure).addKeyValue("requestId", id).log("internal error");
    String message = "Something went wrong here. Quote the id " + id + " when you report it.";
    return Problem.of(Code.INTERNAL_ERROR, message);
  }

  /** An error that never reached a route, such as a request line that makes no sense. */
  static String early(int status, String message) {
    Code code = status >= 500 ? Code.INTERNAL_ERROR : Code.VALIDATION_ERROR;
    return Envelope.failure(message, List.of(new Problem.Detail(null, code, message)));
  }
}
