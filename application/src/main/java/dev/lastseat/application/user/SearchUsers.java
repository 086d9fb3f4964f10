package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserQuery;

/** Lists users, the newest first. */
public record SearchUsers(Users users) {
  public Page<User> handle(UserQuery query) {
    return users.search(query);
  }
}
