package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes what proves nothing about a user: name and language. */
public final class ChangeProfile {
  private final Users users;

  public ChangeProfile(Users users) {
    this.users = users;
  }

  /** The user as changed; empty when there is none any more. */
  public Optional<User> handle(UserId id, UnaryOperator<User> change) {
    return UserEdit.make(users, () -> users.find(id), change).map(UserEdit::after);
  }
}
