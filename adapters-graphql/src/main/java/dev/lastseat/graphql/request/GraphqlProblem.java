package dev.lastseat.graphql.request;

import dev.lastseat.application.api.ErrorCode;
import dev.lastseat.domain.shared.InvalidValue;
import java.util.Optional;

/** Something that cannot be done, as the client is told. It is an answer, not a failure. */
public final class GraphqlProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String message;
  private final transient Optional<String> field;

  private GraphqlProblem(ErrorCode code, Optional<String> field, String message) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.field = field;
  }

  public static GraphqlProblem of(ErrorCode code, String message) {
    return new GraphqlProblem(code, Optional.empty(), message);
  }

  public static GraphqlProblem of(ErrorCode code, String field, String message) {
    return new GraphqlProblem(code, Optional.of(field), message);
  }

  public static GraphqlProblem invalid(String field, String requirement) {
    return of(ErrorCode.VALIDATION_ERROR, field, field + " " + requirement + ".");
  }

  public static GraphqlProblem of(InvalidValue invalid) {
    return invalid(invalid.field(), invalid.requirement());
  }

  public static GraphqlProblem notFound(String what) {
    return of(ErrorCode.NOT_FOUND, what + " was not found.");
  }

  public ErrorCode code() {
    return code;
  }

  Optional<String> field() {
    return field;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
