package dev.lastseat.bootstrap.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A request and its answer, as a client saw them. Whatever it did, it did between the two instants;
 * where nobody can tell whether it did anything, it may still do it at any later time.
 *
 * @param user whose request it was
 * @param asked before it was sent
 * @param answered after its answer had arrived, or was given up
 * @param status of HTTP; 0 where no answer arrived
 * @param code of the first error, {@link #UNTOLD} where an answer was lost on its way, else empty
 * @param data of the answer
 */
record Exchange(
    String user,
    Request request,
    Instant asked,
    Instant answered,
    int status,
    String code,
    JsonNode data) {
  /** It was answered, and nobody knows how. */
  static final String UNTOLD = "UNTOLD";

  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** It did nothing, for another one under its key had not ended. */
  boolean isInFlight() {
    return code.equals("REQUEST_IN_FLIGHT");
  }

  /** Nobody knows whether it did something; all that it did, it did before it was given up. */
  boolean isUntold() {
    return code.equals(UNTOLD);
  }

  /** Nobody knows whether it did something, or will. */
  boolean isOpen() {
    return status == 0 || status >= 500 || isInFlight();
  }

  boolean mayHaveSucceeded() {
    return succeeded() || isOpen();
  }

  /** Whether it was asked when everybody had gone home. */
  boolean isLastLook() {
    return switch (request) {
      case Request.ListLive _,
          Request.ListPayments _,
          Request.ListUnsettled _,
          Request.ListSold _ ->
          true;
      case Request.Look _ -> user.equals(Round.ADMIN);
      default -> false;
    };
  }

  /** When it was over for certain. */
  Instant over() {
    return isOpen() ? Instant.MAX : answered;
  }

  @Override
  public String toString() {
    return "%s..%s %s %s -> %d %s %s".formatted(asked, answered, user, request, status, code, data);
  }
}
