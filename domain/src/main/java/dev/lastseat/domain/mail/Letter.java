package dev.lastseat.domain.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What is said in a mail, without the words, which lie in a folder for each language. Names are
 * those of the users that are written to; a token is the secret in a link, and is never shown but
 * there.
 */
public sealed interface Letter {

  Kind kind();

  /** One for each letter; its word names jobs and files, and does not change. */
  enum Kind {
    VERIFY_EMAIL,
    RESET_PASSWORD,
    ADDRESS_TAKEN,
    PASSWORD_CHANGED,
    PASSKEY_ADDED,
    ADDRESS_CHANGED,
    ACCOUNT_ERASED,
    SESSION_REUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whoever opens the link shows that the address is theirs. */
  record VerifyEmail(String name, String token, Instant goodUntil) implements Letter {
    @Override
    public Kind kind() {
      return Kind.VERIFY_EMAIL;
    }

    @Override
    public String toString() {
      return "VerifyEmail[…]";
    }
  }

  /** Whoever opens the link may choose another password. */
  record ResetPassword(String name, String token, Instant goodUntil) implements Letter {
    @Override
    public Kind kind() {
      return Kind.RESET_PASSWORD;
    }

    @Override
    public String toString() {
      return "ResetPassword[…]";
    }
  }

  /** Somebody wanted to open an account with an address that has one. */
  record AddressTaken(String name) implements Letter {
    @Override
    public Kind kind() {
      return Kind.ADDRESS_TAKEN;
    }
  }

  record PasswordChanged(String name, Instant at) implements Letter {
    @Override
    public Kind kind() {
      return Kind.PASSWORD_CHANGED;
    }
  }

  record PasskeyAdded(String name, Instant at) implements Letter {
    @Override
    public Kind kind() {
      return Kind.PASSKEY_ADDED;
    }
  }

  /** For the address that was the account's until then. */
  record AddressChanged(String name, Instant at) implements Letter {
    @Override
    public Kind kind() {
      return Kind.ADDRESS_CHANGED;
    }
  }

  record AccountErased(String name, Instant at) implements Letter {
    @Override
    public Kind kind() {
      return Kind.ACCOUNT_ERASED;
    }
  }

  /** A refresh token came a second time, so it was stolen, and its session was ended. */
  record SessionReused(String name, Instant at) implements Letter {
    @Override
    public Kind kind() {
      return Kind.SESSION_REUSED;
    }
  }
}
