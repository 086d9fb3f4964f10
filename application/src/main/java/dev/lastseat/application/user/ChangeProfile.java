package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes what proves nothing about a user: name and language. */
public record ChangeProfile(Users users, Clock clock) {
  /** The user as changed; empty when there is none any more. */
  public Optional<User> handle(UserId id, UnaryOperator<User> change) {
    return UserEdit.make(users, clock, () -> users.find(id), change).map(UserEdit::after);
  }
}
