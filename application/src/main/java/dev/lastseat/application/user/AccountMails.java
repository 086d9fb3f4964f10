package dev.lastseat.application.user;

import dev.lastseat.application.mail.MailQueue;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.User;
import java.time.Clock;
import java.time.Duration;

/**
 * Asks for the mails about accounts. What anybody may ask for is asked for by the address alone,
 * whether there is such an account or not, so that it takes as long; and once in {@link #WINDOW},
 * so that nobody's mail box is flooded.
 */
public final class AccountMails {
  /** Three in an hour. */
  static final Duration WINDOW = Duration.ofMinutes(20);

  private final MailQueue mails;
  private final Clock clock;

  public AccountMails(MailQueue mails, Clock clock) {
    this.mails = mails;
    this.clock = clock;
  }

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

  void askToMove(User user, Email wanted) {
    mails.add(Letter.Kind.VERIFY_EMAIL, user.id().value() + " " + wanted.value(), window());
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
  void tellErased(User user) {
    String about =
        String.join(" ", user.email().value(), user.locale().toLanguageTag(), user.name());
    mails.add(Letter.Kind.ACCOUNT_ERASED, about, user.id().value());
  }

  private String window() {
    return Long.toString(clock.millis() / WINDOW.toMillis());
  }
}
