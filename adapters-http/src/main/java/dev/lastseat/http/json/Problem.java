package dev.lastseat.http.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be served, as the client is told. Carries no stack trace: it is an answer,
 * not a failure.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One error of the envelope.
   *
   * @param field the field's name, null where there is none
   */
  public record Detail(@Nullable String field, Code code, String message) {}

  private final String message;
  private final transient List<Detail> details;
  private final transient Map<String, String> headers;

  private Problem(String message, List<Detail> details, Map<String, String> headers) {
    super(message, null, false, false);
    this.message = message;
    this.details = List.copyOf(details);
    this.headers = Map.copyOf(headers);
  }

  public static Problem of(Code code, String message) {
    return of(code, message, Map.of());
  }

  public static Problem of(Code code, String message, Map<String, String> headers) {
    return new Problem(message, List.of(new Detail(null, code, message)), headers);
  }

  /** An error about a field that is no matter of its value. */
  public static Problem of(Code code, @Nullable String field, String message) {
    return new Problem(message, List.of(new Detail(field, code, message)), Map.of());
  }

  /** The request has these invalid fields. */
  public static Problem invalid(List<Detail> details) {
    return new Problem("The request is not valid.", details, Map.of());
  }

  public static Problem invalid(String field, String requirement) {
    return invalid(List.of(new Detail(field, Code.VALIDATION_ERROR, requirement)));
  }

  public static Problem notFound(String what) {
    return of(Code.NOT_FOUND, what + " was not found.");
  }

  /** What is asked for does not go together with how things are. */
  public static Problem conflict(String message) {
    return of(Code.CONFLICT, message);
  }

  /** The sender may not do this. */
  public static Problem forbidden(String message) {
    return of(Code.AUTHORIZATION_ERROR, message);
  }

  public static Problem unauthenticated(String message) {
    return of(Code.AUTHENTICATION_ERROR, message, Map.of("WWW-Authenticate", "Bearer"));
  }

  /** The token is good, but its account was erased. */
  public static Problem userGone() {
    return unauthenticated("There is no such user any more.");
  }

  /** The token is good, but what the field says is not the password of its account. */
  public static Problem wrongPassword(String field) {
    return invalid(field, "must be the password of this account");
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** How it is told. */
  public String body() {
    return Envelope.failure(message, details, null);
  }

  /** What came of the request, in a word: its code in lower case. */
  public String outcome() {
    return details.getFirst().code().name().toLowerCase(Locale.ROOT);
  }

  public int status() {
    return details.getFirst().code().status;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
