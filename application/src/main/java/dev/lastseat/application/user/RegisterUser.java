package dev.lastseat.application.user;

import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Client;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Password;
import dev.lastseat.domain.user.PasswordRules;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;

/** Opens an account and logs its user in. */
public final class RegisterUser {
  private final Users users;
  private final UserFactory factory;
  private final PasswordRules rules;
  private final SignIn signIn;

  public RegisterUser(Users users, UserFactory factory, PasswordRules rules, SignIn signIn) {
    this.users = users;
    this.factory = factory;
    this.rules = rules;
    this.signIn = signIn;
  }

  /** Who wants an account. */
  public record Command(Email email, Password password, String name, Client client) {}

  /** What became of the wish. */
  public sealed interface Outcome {
    record Registered(SignedIn signedIn) implements Outcome {}

    record EmailTaken() implements Outcome {}
  }

  /**
   * Opens it.
   *
   * @throws dev.lastseat.domain.shared.InvalidValue when the password must not be
   */
  public Outcome handle(Command command) {
    rules.check("password", command.password(), command.email(), command.name());
    User user = factory.create(command.email(), command.password(), command.name(), Role.USER);
    return users.add(user)
        ? signIn
            .start(user, command.client())
            .<Outcome>map(Outcome.Registered::new)
            .orElseThrow(() -> new IllegalStateException("a new account is gone already"))
        : new Outcome.EmailTaken();
  }
}
