package dev.lastseat.domain.fake;

import dev.lastseat.domain.apikey.ApiKey;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.fixture.AnApiKey;
import dev.lastseat.domain.port.store.account.ApiKeys;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import dev.lastseat.domain.user.ApiKeyId;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API keys in memory. */
public final class FakeApiKeys implements ApiKeys {
  private final FakeStore store;
  private final Map<ApiKeyId, ApiKey> keys = new HashMap<>();

  public FakeApiKeys(FakeStore store) {
    this.store = store;
  }

  @Override
  public void add(ApiKey key) {
    store.atomically(
        () -> {
          store.tell(AccessFacts.created(key));
          return Optional.ofNullable(keys.put(key.id(), key));
        });
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return store.atomically(() -> Optional.ofNullable(keys.get(id)));
  }

  @Override
  public Page<ApiKey> list(Optional<UserId> owner, PageRequest page) {
    return store.atomically(
        () -> {
          List<ApiKey> found =
              keys.values().stream()
                  .filter(key -> owner.isEmpty() || owner.get().equals(key.owner()))
                  .toList();
          return Paging.page(found, FakeApiKeys::position, false, page);
        });
  }

  @Override
  public int count(UserId owner) {
    return store.atomically(
        () -> (int) keys.values().stream().filter(key -> key.owner().equals(owner)).count());
  }

  @Override
  public void use(ApiKeyId id, Instant at) {
    store.atomically(() -> keys.computeIfPresent(id, (_, key) -> usedAt(key, at)));
  }

  @Override
  public boolean remove(ApiKeyId id, Instant now) {
    return store.atomically(
        () -> {
          boolean removed = keys.remove(id) != null;
          if (removed) {
            store.tell(AccessFacts.revoked(id, now));
          }
          return removed;
        });
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    store.atomically(
        () ->
            keys.values().stream().filter(key -> key.owner().equals(owner)).toList().stream()
                .allMatch(key -> remove(key.id(), now)));
  }

  private static ApiKey usedAt(ApiKey key, Instant at) {
    return key.lastUsedAt().filter(at::isBefore).isPresent() ? key : AnApiKey.usedAt(key, at);
  }

  private static Position position(ApiKey key) {
    return new Position(Paging.key(key.createdAt()), key.id().value());
  }
}
