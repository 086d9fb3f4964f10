package dev.lastseat.graphql;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Optional;

/** Something that cannot be done, as the client is told. It is an answer, not a failure. */
final class GraphqlProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String message;
  private final transient Optional<String> field;

  private GraphqlProblem(Code code, Optional<String> field, String message) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.field = field;
  }

  /** The codes of the HTTP contract that can come of a query. */
  enum Code {
    VALIDATION_ERROR,
    AUTHENTICATION_ERROR,
    AUTHORIZATION_ERROR,
    NOT_FOUND,
    CONFLICT,
    SOLD_OUT,
    ALLOWANCE_SPENT,
    EVENT_NOT_BOOKABLE,
    PRICE_CHANGED,
    REQUEST_IN_FLIGHT,
    IDEMPOTENCY_KEY_REUSED,
    INTERNAL_ERROR,
    SERVICE_UNAVAILABLE
  }

  static GraphqlProblem of(Code code, String message) {
    return new GraphqlProblem(code, Optional.empty(), message);
  }

  static GraphqlProblem of(Code code, String field, String message) {
    return new GraphqlProblem(code, Optional.of(field), message);
  }

  static GraphqlProblem invalid(String field, String requirement) {
    return of(Code.VALIDATION_ERROR, field, field + " " + requirement + ".");
  }

  static GraphqlProblem of(InvalidValue invalid) {
    return invalid(invalid.field(), invalid.requirement());
  }

  static GraphqlProblem notFound(String what) {
    return of(Code.NOT_FOUND, what + " was not found.");
  }

  Code code() {
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
