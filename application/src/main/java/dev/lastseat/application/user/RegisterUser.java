package dev.lastseat.application.user;

import dev.lastseat.application.session.SignIn;
import dev.lastseat.application.session.SignedIn;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.session.Client;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;

/**
 * Opens an account and logs its user in. With an address that is taken, everything looks and takes
 * the same; but the account is none, its tokens are worth nothing, and the owner of the address is
 * told by mail (docs/adr/0025).
 */
public record RegisterUser(
    Users users, UserFactory factory, PasswordRules rules, SignIn signIn, AccountMails mails) {
  /** Who wants an account. */
  public record Command(Email email, Password password, String name, Client client) {}

  /**
   * Opens it.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when the password must not be
   */
  public SignedIn handle(Command command) {
    Email email = command.email();
    rules.check("password", command.password(), email, command.name());
    User user = factory.create(email, command.password(), command.name(), Role.USER);
    if (!users.add(user)) {
      SignedIn pretended = signIn.pretend(user, command.client());
      mails.tellTaken(email);
      return pretended;
    }
    SignedIn signedIn =
        signIn
            .start(user, command.client())
            .orElseThrow(() -> new IllegalStateException("a new account is gone already"));
    mails.welcome(user);
    return signedIn;
  }
}
