package dev.lastseat.application.api;

import dev.lastseat.application.booking.Change;
import dev.lastseat.domain.policy.Refusal;

/** Why something is not done, in a word for programs: the same over HTTP and in GraphQL. */
public enum ErrorCode {
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
  SERVICE_UNAVAILABLE;

  /** Of tickets that are not sold. */
  public static ErrorCode of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.EventNotFound _ -> NOT_FOUND;
      case Refusal.NotBookable _ -> EVENT_NOT_BOOKABLE;
      case Refusal.PriceChanged _ -> PRICE_CHANGED;
      case Refusal.SoldOut _ -> SOLD_OUT;
      case Refusal.NoContingent _ -> CONFLICT;
      case Refusal.AllowanceSpent _ -> ALLOWANCE_SPENT;
      case Refusal.HoldAgainLater _ -> HOLD_AGAIN_LATER;
      case Refusal.EmailNotVerified _ -> AUTHORIZATION_ERROR;
    };
  }

  /** Of a booking or an order that stays as it was. */
  public static ErrorCode of(Change.Denied<?> denied) {
    return switch (denied) {
      case Change.NotFound<?> _ -> NOT_FOUND;
      case Change.Forbidden<?> _ -> AUTHORIZATION_ERROR;
      case Change.PaymentNeeded<?> _ -> PAYMENT_NEEDED;
      case Change.NotBookable<?> _ -> EVENT_NOT_BOOKABLE;
      case Change.AlreadyIn<?> _ -> ALREADY_REDEEMED;
      case Change.KeyReused<?> _ -> IDEMPOTENCY_KEY_REUSED;
      case Change.NoSuchTicket<?> _ -> VALIDATION_ERROR;
      case Change.NotPossible<?> _ -> CONFLICT;
    };
  }
}
