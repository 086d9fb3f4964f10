package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.util.Optional;

/** Says who users are. */
public record FindUsers(Users users) {
  public Optional<User> handle(UserId id) {
    return users.find(id);
  }

  /** The newest first. */
  public Page<User> search(UserQuery query) {
    return users.search(query);
  }
}
