package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.store.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  public Update update(User read, User changed) {
    return store.atomically(
        () -> {
          User stored = users.get(read.email());
          if (stored == null || !stored.equals(read.with(stored.role()))) {
            return Update.STALE;
          }
          if (!changed.email().equals(read.email()) && users.containsKey(changed.email())) {
            return Update.EMAIL_TAKEN;
          }
          users.remove(read.email());
          users.put(changed.email(), changed.with(stored.role()));
          return Update.DONE;
        });
  }

  @Override
  public boolean remove(UserId id) {
    return store.atomically(
        () -> users.values().removeIf(user -> user.id().equals(id) && user.role() != Role.ADMIN));
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
  public Map<UserId, User> findAll(Collection<UserId> ids) {
    return store.atomically(
        () ->
            users.values().stream()
                .filter(user -> ids.contains(user.id()))
                .collect(Collectors.toMap(User::id, Function.identity())));
  }

  @Override
  public Page<User> search(UserQuery query) {
    return store.atomically(
        () ->
            Paging.page(
                users.values().stream().filter(user -> isWanted(user, query)).toList(),
                user -> new Position(Paging.key(user.createdAt()), user.id().value()),
                false,
                query.page()));
  }

  private static boolean isWanted(User user, UserQuery query) {
    return query.role().map(role -> user.role() == role).orElse(true)
        && query.search().map(words -> EventFilter.occur(words, user.words())).orElse(true);
  }

  @Override
  public RoleChange changeRole(UserId id, Role role) {
    return store.atomically(
        () -> find(id).map(user -> change(user, role)).orElseGet(RoleChange.NoSuchUser::new));
  }

  private RoleChange change(User user, Role role) {
    boolean othersLead =
        users.values().stream()
            .anyMatch(other -> other.role() == Role.ADMIN && !other.id().equals(user.id()));
    if (user.role() == Role.ADMIN && role != Role.ADMIN && !othersLead) {
      return new RoleChange.LastAdmin();
    }
    User changed = user.with(role);
    users.put(user.email(), changed);
    return new RoleChange.Changed(changed);
  }

  @Override
  public boolean has(Role role) {
    return store.atomically(() -> users.values().stream().anyMatch(user -> user.role() == role));
  }
}
