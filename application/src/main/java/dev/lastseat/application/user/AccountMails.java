package dev.lastseat.application.user;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks for the mails about accounts. What anybody may ask for is asked for by the address alone,
 * whether there is such an account or not, so that it takes as long; and once in {@link #WINDOW},
 * so that nobody's mail box is flooded.
 */
public record AccountMails(MailQueue mails, Clock clock) {
  /** Three in an hour. */
  static final Duration WINDOW = Duration.ofMinutes(20);

  /** For whoever has the address, or nobody. */
  public void askToVerify(Email email) {
    mails.add(Letter.Kind.VERIFY_EMAIL, email.value(), window());
  }

  /** For whoever has the address, or nobody. */
  public void askToReset(Email email) {
    mails.add(Letter.Kind.RESET_PASSWORD, email.value(), window());
  }

  void tellTaken(Email email) {
    mails.add(Letter.Kind.ADDRESS_TAKEN, email.value(), window());
  }

  /** Once for each account, also where somebody has asked before there was one. */
  void welcome(User user) {
    mails.add(Letter.Kind.VERIFY_EMAIL, user.email().value(), user.id().value());
  }

  /** {@code password} is the fingerprint of what proves the user now. */
  void askToMove(User user, Email wanted, TokenHash password) {
    String about = String.join(" ", user.id().value(), wanted.value(), password.value());
    mails.add(Letter.Kind.VERIFY_EMAIL, about, window());
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

  private String window() {
    return Long.toString(clock.millis() / WINDOW.toMillis());
  }
}
