package dev.lastseat.graphql.request;

import dev.lastseat.application.api.ErrorCode;
import dev.lastseat.domain.port.Overloaded;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.shared.InvalidValue;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How whatever went wrong is told, with the codes of the HTTP contract. */
public final class Errors implements DataFetcherExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private static final String REQUEST_ID = "requestId";

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters failed) {
    String requestId = Sender.of(failed.getDataFetchingEnvironment()).requestId();
    GraphqlProblem problem = problem(failed.getException(), requestId);
    GraphQLError error =
        GraphqlErrorBuilder.newError(failed.getDataFetchingEnvironment())
            .message("%s", problem.getMessage())
            .errorType(ErrorType.DataFetchingException)
            .extensions(extensions(problem))
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  private static GraphqlProblem problem(Throwable failure, String requestId) {
    return switch (failure) {
      case CompletionException wrapped when wrapped.getCause() != null ->
          problem(wrapped.getCause(), requestId);
      case GraphqlProblem known -> known;
      case InvalidValue invalid -> GraphqlProblem.of(invalid);
      case StoreUnavailable away -> unavailable(away, requestId);
      case Overloaded busy -> unavailable(busy, requestId);
      default -> {
        log.atError().setCause(failure).addKeyValue(REQUEST_ID, requestId).log("internal error");
        yield GraphqlProblem.of(
            ErrorCode.INTERNAL_ERROR,
            "Something went wrong here. Quote the id " + requestId + " to report it.");
      }
    };
  }

  /** Logged without a stack trace: while a store is away, every request says the same. */
  private static GraphqlProblem unavailable(RuntimeException away, String requestId) {
    log.atWarn().addKeyValue(REQUEST_ID, requestId).log("store unavailable: {}", away.getMessage());
    return GraphqlProblem.of(
        ErrorCode.SERVICE_UNAVAILABLE,
        "The service is unavailable for the moment; try again with the same request.");
  }

  private static Map<String, Object> extensions(GraphqlProblem problem) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", problem.code().name());
    problem.field().ifPresent(field -> extensions.put("field", field));
    return extensions;
  }

  /** A request that is not run at all. */
  public static Map<String, Object> refusal(GraphqlProblem problem) {
    return Map.of(
        "errors",
        List.of(Map.of("message", problem.getMessage(), "extensions", extensions(problem))));
  }

  /** As GraphQL writes it down. What graphql-java refuses itself is not valid. */
  public static Map<String, Object> told(GraphQLError error) {
    Map<String, Object> told = new LinkedHashMap<>(error.toSpecification());
    Map<String, Object> given = error.getExtensions();
    boolean coded = given != null && given.containsKey("code");
    told.put("extensions", coded ? given : Map.of("code", ErrorCode.VALIDATION_ERROR.name()));
    return told;
  }
}
