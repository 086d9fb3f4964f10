package dev.lastseat.domain.fake;

import dev.lastseat.domain.fact.Change;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.AccessFacts;
import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.account.Passkeys;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Passkeys in memory. */
public final class FakePasskeys implements Passkeys {
  private final FakeStore store;
  private final Map<PasskeyId, Passkey> passkeys = new HashMap<>();

  public FakePasskeys(FakeStore store) {
    this.store = store;
  }

  @Override
  public boolean add(Passkey passkey) {
    return store.atomically(
        () -> {
          boolean added = passkeys.putIfAbsent(passkey.id(), passkey) == null;
          if (added) {
            store.tell(AccessFacts.added(passkey));
          }
          return added;
        });
  }

  @Override
  public Optional<Passkey> find(PasskeyId id) {
    return store.atomically(() -> Optional.ofNullable(passkeys.get(id)));
  }

  @Override
  public List<Passkey> of(UserId user) {
    return store.atomically(
        () ->
            passkeys.values().stream()
                .filter(passkey -> passkey.userId().equals(user))
                .sorted(Comparator.comparing(Passkey::createdAt))
                .toList());
  }

  @Override
  public boolean use(PasskeyId id, long signCount, Instant now) {
    return change(
        id,
        it ->
            new Passkey(
                it.id(),
                it.userId(),
                it.publicKey(),
                Math.max(it.signCount(), signCount),
                it.name(),
                it.createdAt(),
                it.lastUsedAt().filter(now::isBefore).or(() -> Optional.of(now))));
  }

  @Override
  public boolean rename(UserId owner, PasskeyId id, String name, Instant now) {
    return store.atomically(
        () ->
            owned(owner, id)
                .filter(it -> tell(AccessFacts.renamed(StreamId.of(it), now)))
                .filter(_ -> rename(id, name))
                .isPresent());
  }

  private boolean tell(Change change) {
    store.tell(change);
    return true;
  }

  private boolean rename(PasskeyId id, String name) {
    return change(
        id,
        it ->
            new Passkey(
                it.id(),
                it.userId(),
                it.publicKey(),
                it.signCount(),
                name,
                it.createdAt(),
                it.lastUsedAt()));
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id, Instant now) {
    return store.atomically(
        () ->
            owned(owner, id)
                .filter(it -> tell(AccessFacts.removed(StreamId.of(it), now)))
                .filter(_ -> passkeys.remove(id) != null)
                .isPresent());
  }

  @Override
  public void removeAll(UserId owner, Instant now) {
    store.atomically(() -> of(owner).stream().allMatch(it -> remove(owner, it.id(), now)));
  }

  private Optional<Passkey> owned(UserId owner, PasskeyId id) {
    return Optional.ofNullable(passkeys.get(id)).filter(passkey -> passkey.userId().equals(owner));
  }

  private boolean change(PasskeyId id, UnaryOperator<Passkey> change) {
    return store.atomically(
        () -> passkeys.computeIfPresent(id, (_, passkey) -> change.apply(passkey)) != null);
  }
}
