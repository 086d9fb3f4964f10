package dev.lastseat.http.json;

import dev.lastseat.application.api.ErrorCode;

/** The machine-readable codes of errors, each with its status. */
public enum Code {
  VALIDATION_ERROR(400),
  MALFORMED_JSON(400),
  IDEMPOTENCY_KEY_REQUIRED(400),
  AUTHENTICATION_ERROR(401),
  AUTHORIZATION_ERROR(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  SOLD_OUT(409),
  ALLOWANCE_SPENT(409),
  HOLD_AGAIN_LATER(409),
  EVENT_NOT_BOOKABLE(409),
  PRICE_CHANGED(409),
  PAYMENT_NEEDED(409),
  WRONG_AMOUNT(409),
  REFERENCE_USED(409),
  REFUND_DUE(409),
  ALREADY_REDEEMED(409),
  REQUEST_IN_FLIGHT(409),
  VERSION_MISMATCH(412),
  PAYLOAD_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  EXPECTATION_FAILED(417),
  IDEMPOTENCY_KEY_REUSED(422),
  VERSION_REQUIRED(428),
  RATE_LIMIT_EXCEEDED(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  NOT_IMPLEMENTED(501),
  SERVICE_UNAVAILABLE(503),
  HTTP_VERSION_NOT_SUPPORTED(505);

  public final int status;

  Code(int status) {
    this.status = status;
  }

  /** The one of that name. */
  public static Code of(ErrorCode code) {
    return valueOf(code.name());
  }
}
