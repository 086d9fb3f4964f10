package dev.lastseat.application.user;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import java.time.Clock;

/**
 * Asks for the mails about accounts. What anybody may ask for is asked for by the address alone,
 * whether there is such an account or not, so that it takes as long; and once in {@link
 * MailQueue#WINDOW}.
 */
public record AccountMails(MailQueue mails, Clock clock) {
  /** For whoever has the address, or nobody. */
  public void askToVerify(Email email) {
    mails.addOnceInWindow(Letter.Kind.VERIFY_EMAIL, email.value());
  }

  /** For whoever has the address, or nobody. */
  public void askToReset(Email email) {
    mails.addOnceInWindow(Letter.Kind.RESET_PASSWORD, email.value());
  }

  void tellTaken(Email email) {
    mails.addOnceInWindow(Letter.Kind.ADDRESS_TAKEN, email.value());
  }

  /** Once for each account, also where somebody has asked before there was one. */
  void welcome(User user) {
    mails.add(Letter.Kind.VERIFY_EMAIL, user.email().value(), user.id().value());
  }

  /** {@code password} is the fingerprint of what proves the user now. */
  void askToMove(User user, Email wanted, TokenHash password) {
    String about = String.join(" ", user.id().value(), wanted.value(), password.value());
    mails.addOnceInWindow(Letter.Kind.VERIFY_EMAIL, about);
  }

  void tellMoved(User before) {
    String about = before.id().value() + " " + before.email().value();
    mails.add(Letter.Kind.ADDRESS_CHANGED, about, clock.instant().toString());
  }

  /** A password is replaced once. */
  void tellPasswordChanged(User before) {
    mails.add(Letter.Kind.PASSWORD_CHANGED, before.id().value(), before.passwordHash().value());
  }

  /** The account is gone when this is written, so all that it says is in the job. */
  public void tellErased(User user) {
    String about =
        String.join(" ", user.email().value(), user.locale().toLanguageTag(), user.greeting());
    mails.add(Letter.Kind.ACCOUNT_ERASED, about, user.id().value());
  }
}
