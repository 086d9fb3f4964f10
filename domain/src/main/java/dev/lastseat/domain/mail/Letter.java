package dev.lastseat.domain.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What is said in a mail, without the words, which lie in a folder for each language: here about
 * accounts, in {@link BookingLetter} about bookings. Names are how users are greeted ({@link
 * dev.lastseat.domain.user.User#greeting}); a token is the secret in a link, and is never shown but
 * there.
 */
public sealed interface Letter permits BookingLetter, Letter.OfAccount {

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
    VERIFY_EMAIL(true),
    RESET_PASSWORD(true),
    ADDRESS_TAKEN(true),
    PASSWORD_CHANGED(true),
    PASSKEY_ADDED(true),
    ADDRESS_CHANGED(true),
    ACCOUNT_ERASED(false),
    SESSION_REUSED(true),
    WEBHOOK_DISABLED(false),
    BOOKING_CONFIRMED(false),
    ORDER_PLACED(false),
    HOLD_ENDING(false),
    TICKETS_RETURNED(false),
    BOOKING_CANCELLED(false),
    CANCELLED_BY_ORGANISER(false),
    EVENT_CHANGED(false);

    private final boolean urgent;

    Kind(boolean urgent) {
      this.urgent = urgent;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether somebody waits for it, or must act at once. The others are many at times. */
    public boolean isUrgent() {
      return urgent;
    }
  }

  /** About an account. */
  sealed interface OfAccount extends Letter {}

  /** Whoever opens the link shows that the address is theirs. */
  record VerifyEmail(String token, Instant goodUntil) implements OfAccount {
    @Override
    public String toString() {
      return "VerifyEmail[…]";
    }
  }

  /** Whoever opens the link may choose another password. */
  record ResetPassword(String name, String token, Instant goodUntil) implements OfAccount {
    @Override
    public String toString() {
      return "ResetPassword[…]";
    }
  }

  /** Somebody wanted to open an account with an address that has one. */
  record AddressTaken(String name) implements OfAccount {}

  record PasswordChanged(String name, Instant at) implements OfAccount {}

  record PasskeyAdded(String name, Instant at) implements OfAccount {}

  /** For the address that was the account's until then. */
  record AddressChanged(Instant at) implements OfAccount {}

  record AccountErased(String name, Instant at) implements OfAccount {}

  /** A refresh token came a second time, so it was stolen, and its session was ended. */
  record SessionReused(String name, Instant at) implements OfAccount {}

  /** Nothing is sent to this webhook of theirs any more. */
  record WebhookDisabled(String name, String url, Instant at) implements OfAccount {}
}
