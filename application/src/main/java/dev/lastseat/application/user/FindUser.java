package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/** Says who a user is. */
public record FindUser(Users users) {
  public Optional<User> handle(UserId id) {
    return users.find(id);
  }
}
