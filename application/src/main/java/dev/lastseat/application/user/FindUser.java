package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.Optional;

/** Says who a user is. */
public final class FindUser {
  private final Users users;

  public FindUser(Users users) {
    this.users = users;
  }

  public Optional<User> handle(UserId id) {
    return users.find(id);
  }
}
