package dev.lastseat.domain.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What is said in a mail, without the words, which lie in a folder for each language: here about
 * accounts, in {@link BookingLetter} about bookings. Names are how users are greeted ({@link
 * dev.lastseat.domain.user.User#greeting}); a token is the secret in a link, and is never shown but
 * there.
 */
public sealed interface Letter
    permits BookingLetter,
        Letter.VerifyEmail,
        Letter.ResetPassword,
        Letter.AddressTaken,
        Letter.PasswordChanged,
        Letter.PasskeyAdded,
        Letter.AddressChanged,
        Letter.AccountErased,
        Letter.SessionReused,
        Letter.WebhookDisabled {

  default Kind kind() {
    return switch (this) {
      case VerifyEmail _ -> Kind.VERIFY_EMAIL;
      case ResetPassword _ -> Kind.RESET_PASSWORD;
      case AddressTaken _ -> Kind.ADDRESS_TAKEN;
      case PasswordChanged _ -> Kind.PASSWORD_CHANGED;
      case PasskeyAdded _ -> Kind.PASSKEY_ADDED;
      case AddressChanged _ -> Kind.ADDRESS_CHANGED;
      case AccountErased _ -> Kind.ACCOUNT_ERASED;
      case SessionReused _ -> Kind.SESSION_REUSED;
      case WebhookDisabled _ -> Kind.WEBHOOK_DISABLED;
      case BookingLetter.Confirmed _ -> Kind.BOOKING_CONFIRMED;
      case BookingLetter.Ordered _ -> Kind.ORDER_PLACED;
      case BookingLetter.HoldEnding _ -> Kind.HOLD_ENDING;
      case BookingLetter.TicketsReturned _ -> Kind.TICKETS_RETURNED;
      case BookingLetter.Cancelled _ -> Kind.BOOKING_CANCELLED;
      case BookingLetter.CancelledByOrganiser _ -> Kind.CANCELLED_BY_ORGANISER;
      case BookingLetter.EventChanged _ -> Kind.EVENT_CHANGED;
    };
  }

  /** One for each letter; its word names jobs and files, and does not change. */
  enum Kind {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    ADDRESS_TAKEN,
    PASSWORD_CHANGED,
    PASSKEY_ADDED,
    ADDRESS_CHANGED,
    ACCOUNT_ERASED,
    SESSION_REUSED,
    WEBHOOK_DISABLED,
    BOOKING_CONFIRMED,
    ORDER_PLACED,
    HOLD_ENDING,
    TICKETS_RETURNED,
    BOOKING_CANCELLED,
    CANCELLED_BY_ORGANISER,
    EVENT_CHANGED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody waits for it, or must act at once. The others are many at times. */
    public boolean isUrgent() {
      return switch (this) {
        case VERIFY_EMAIL,
            RESET_PASSWORD,
            ADDRESS_TAKEN,
            PASSWORD_CHANGED,
            PASSKEY_ADDED,
            ADDRESS_CHANGED,
            SESSION_REUSED ->
            true;
        case ACCOUNT_ERASED,
            WEBHOOK_DISABLED,
            BOOKING_CONFIRMED,
            ORDER_PLACED,
            HOLD_ENDING,
            TICKETS_RETURNED,
            BOOKING_CANCELLED,
            CANCELLED_BY_ORGANISER,
            EVENT_CHANGED ->
            false;
      };
    }
  }

  /** Whoever opens the link shows that the address is theirs. */
  record VerifyEmail(String token, Instant goodUntil) implements Letter {
    @Override
    public String toString() {
      return "VerifyEmail[…]";
    }
  }

  /** Whoever opens the link may choose another password. */
  record ResetPassword(String name, String token, Instant goodUntil) implements Letter {
    @Override
    public String toString() {
      return "ResetPassword[…]";
    }
  }

  /** Somebody wanted to open an account with an address that has one. */
  record AddressTaken(String name) implements Letter {}

  record PasswordChanged(String name, Instant at) implements Letter {}

  record PasskeyAdded(String name, Instant at) implements Letter {}

  /** For the address that was the account's until then. */
  record AddressChanged(Instant at) implements Letter {}

  record AccountErased(String name, Instant at) implements Letter {}

  /** A refresh token came a second time, so it was stolen, and its session was ended. */
  record SessionReused(String name, Instant at) implements Letter {}

  /** Nothing is sent to this webhook of theirs any more. */
  record WebhookDisabled(String name, String url, Instant at) implements Letter {}
}
