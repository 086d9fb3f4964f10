package dev.lastseat.application.audit;

import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.fact.aggregate.UserFacts;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.User;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the store has of users, and of what lets them in. Passkeys and sessions are found by whoever
 * has them, whom their facts name.
 */
final class AccountCheck {
  static final Set<String> TYPES =
      Set.of(StreamId.USER, StreamId.SESSION, StreamId.API_KEY, StreamId.PASSKEY);

  private final Store store;
  private final Instant now;

  /** Of those that were found in the store last, for there may be no fact that tells. */
  private final Map<StreamId, UserId> owners = new HashMap<>();

  AccountCheck(Store store, Instant now) {
    this.store = store;
    this.now = now;
  }

  /** What the store has of these users. */
  Map<StreamId, SortedMap<String, String>> stored(List<User> users) {
    owners.clear();
    Map<StreamId, SortedMap<String, String>> stored = new HashMap<>();
    for (User user : users) {
      stored.put(StreamId.of(user.id()), UserFacts.fields(user));
      store
          .passkeys()
          .of(user.id())
          .forEach(it -> put(stored, StreamId.of(it), user, AccessFacts.fields(it)));
      store
          .sessions()
          .of(user.id(), now)
          .forEach(it -> put(stored, StreamId.ofSession(it.id()), user, AccessFacts.fields(it)));
    }
    return stored;
  }

  private void put(
      Map<StreamId, SortedMap<String, String>> stored,
      StreamId stream,
      User owner,
      SortedMap<String, String> fields) {
    owners.put(stream, owner.id());
    stored.put(stream, fields);
  }

  /** As {@link Told} has it. */
  Optional<SortedMap<String, String>> stored(Told told) {
    String id = told.stream().id();
    return switch (told.stream().type()) {
      case StreamId.USER -> store.users().find(new UserId(id)).map(UserFacts::fields);
      case StreamId.API_KEY -> store.apiKeys().find(new ApiKeyId(id)).map(AccessFacts::fields);
      case StreamId.PASSKEY -> owner(told).flatMap(owner -> passkey(owner, told.stream()));
      default -> owner(told).flatMap(owner -> session(owner, told));
    };
  }

  private Optional<UserId> owner(Told told) {
    return Optional.ofNullable(told.state().fields().get("user"))
        .map(UserId::new)
        .or(() -> Optional.ofNullable(owners.get(told.stream())));
  }

  private Optional<SortedMap<String, String>> passkey(UserId owner, StreamId stream) {
    return store.passkeys().of(owner).stream()
        .filter(it -> StreamId.of(it).equals(stream))
        .findAny()
        .map(AccessFacts::fields);
  }

  /** One that is not there may have run out, which no fact tells. */
  private Optional<SortedMap<String, String>> session(UserId owner, Told told) {
    return store.sessions().of(owner, now).stream()
        .filter(it -> it.id().equals(told.stream().id()))
        .findAny()
        .map(AccessFacts::fields)
        .or(() -> told.fields().isEmpty() ? Optional.empty() : Optional.of(told.fields()));
  }
}
