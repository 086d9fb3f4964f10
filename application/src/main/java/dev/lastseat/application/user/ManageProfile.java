package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a user is shown of their account, and changes of what proves nothing: name and language. */
public record ManageProfile(Users users, Clock clock) {
  public Optional<User> find(UserId id) {
    return users.find(id);
  }

  /** The user as changed; empty when there is none any more. */
  public Optional<User> change(UserId id, UnaryOperator<User> change) {
    return UserEdit.make(users, clock, () -> users.find(id), change).map(UserEdit::after);
  }
}
