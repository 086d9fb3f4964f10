package dev.lastseat.application.user;

import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserQuery;

/** Lists users, the newest first. */
public final class SearchUsers {
  private final Users users;

  public SearchUsers(Users users) {
    this.users = users;
  }

  public Page<User> handle(UserQuery query) {
    return users.search(query);
  }
}
