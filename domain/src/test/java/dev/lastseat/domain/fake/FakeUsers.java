package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.Users;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Users in memory, by address. */
public final class FakeUsers implements Users {
  private final FakeStore store;
  private final Map<Email, User> users = new HashMap<>();

  public FakeUsers(FakeStore store) {
    this.store = store;
  }

  @Override
  public boolean add(User user) {
    return store.atomically(() -> users.putIfAbsent(user.email(), user) == null);
  }

  @Override
  public Optional<User> find(UserId id) {
    return store.atomically(
        () -> users.values().stream().filter(user -> user.id().equals(id)).findAny());
  }

  @Override
  public Optional<User> find(Email email) {
    return store.atomically(() -> Optional.ofNullable(users.get(email)));
  }

  @Override
  public boolean has(Role role) {
    return store.atomically(() -> users.values().stream().anyMatch(user -> user.role() == role));
  }
}
