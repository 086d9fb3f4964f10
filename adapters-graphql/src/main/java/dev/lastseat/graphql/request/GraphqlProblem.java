package dev.lastseat.graphql.request;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.Optional;

/** Something that cannot be done, as the client is told. It is an answer, not a failure. */
public final class GraphqlProblem extends RuntimeException {
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
  public enum Code {
    VALIDATION_ERROR,
    AUTHENTICATION_ERROR,
    AUTHORIZATION_ERROR,
    NOT_FOUND,
    CONFLICT,
    SOLD_OUT,
    ALLOWANCE_SPENT,
    HOLD_AGAIN_LATER,
    EVENT_NOT_BOOKABLE,
    PRICE_CHANGED,
    PAYMENT_NEEDED,
    ALREADY_REDEEMED,
    REQUEST_IN_FLIGHT,
    IDEMPOTENCY_KEY_REUSED,
    INTERNAL_ERROR,
    SERVICE_UNAVAILABLE
  }

  public static GraphqlProblem of(Code code, String message) {
    return new GraphqlProblem(code, Optional.empty(), message);
  }

  public static GraphqlProblem of(Code code, String field, String message) {
    return new GraphqlProblem(code, Optional.of(field), message);
  }

  public static GraphqlProblem invalid(String field, String requirement) {
    return of(Code.VALIDATION_ERROR, field, field + " " + requirement + ".");
  }

  public static GraphqlProblem of(InvalidValue invalid) {
    return invalid(invalid.field(), invalid.requirement());
  }

  public static GraphqlProblem notFound(String what) {
    return of(Code.NOT_FOUND, what + " was not found.");
  }

  public Code code() {
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
