package dev.lastseat.domain.fake;

import dev.lastseat.domain.fact.aggregate.UserFacts;
import dev.lastseat.domain.port.store.account.Users;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.Email;
import dev.lastseat.domain.user.PasswordHash;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.domain.user.UserQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users in memory, by address, with a hook that runs once, outside the lock. Counts look-ups. */
public final class FakeUsers implements Users {
  private static final Runnable NOTHING = () -> {};

  private final FakeStore store;
  private final AtomicReference<Runnable> beforeRemove = new AtomicReference<>(NOTHING);
  private final AtomicInteger lookedFor = new AtomicInteger();
  private final Map<Email, User> users = new HashMap<>();

  public FakeUsers(FakeStore store) {
    this.store = store;
  }

  /** Runs before the next removal takes effect. */
  public void beforeRemove(Runnable hook) {
    beforeRemove.set(hook);
  }

  @Override
  public boolean add(User user) {
    return store.atomically(
        () -> {
          boolean added = users.putIfAbsent(user.email(), user) == null;
          if (added) {
            store.tell(UserFacts.registered(user));
          }
          return added;
        });
  }

  @Override
  public Update update(User read, User changed, Instant now) {
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
          store.tell(UserFacts.changed(read, changed, now));
          return Update.DONE;
        });
  }

  @Override
  public boolean remove(UserId id, Instant now) {
    beforeRemove.getAndSet(NOTHING).run();
    return store.atomically(
        () -> {
          boolean removed =
              users.values().removeIf(user -> user.id().equals(id) && user.role() != Role.ADMIN);
          if (removed) {
            store.tell(UserFacts.erased(id, now));
          }
          return removed;
        });
  }

  /** How many whole users were looked for, as a stand-in for the time that takes. */
  public int lookedFor() {
    return lookedFor.get();
  }

  @Override
  public Optional<User> find(UserId id) {
    lookedFor.incrementAndGet();
    return store.atomically(
        () -> users.values().stream().filter(user -> user.id().equals(id)).findAny());
  }

  @Override
  public Optional<User> find(Email email) {
    lookedFor.incrementAndGet();
    return store.atomically(() -> Optional.ofNullable(users.get(email)));
  }

  @Override
  public Optional<PasswordHash> passwordHash(Email email) {
    return store.atomically(() -> Optional.ofNullable(users.get(email)).map(User::passwordHash));
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
  public RoleChange changeRole(UserId id, Role role, Instant now) {
    return store.atomically(
        () -> find(id).map(user -> change(user, role, now)).orElseGet(RoleChange.NoSuchUser::new));
  }

  private RoleChange change(User user, Role role, Instant now) {
    boolean othersLead =
        users.values().stream()
            .anyMatch(other -> other.role() == Role.ADMIN && !other.id().equals(user.id()));
    if (user.role() == Role.ADMIN && role != Role.ADMIN && !othersLead) {
      return new RoleChange.LastAdmin();
    }
    User changed = user.with(role);
    if (role != user.role()) {
      users.put(user.email(), changed);
      store.tell(UserFacts.changed(user, changed, now));
    }
    return new RoleChange.Changed(changed);
  }

  @Override
  public boolean has(Role role) {
    return store.atomically(() -> users.values().stream().anyMatch(user -> user.role() == role));
  }
}
