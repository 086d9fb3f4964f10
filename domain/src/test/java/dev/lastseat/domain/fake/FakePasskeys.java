package dev.lastseat.domain.fake;

import dev.lastseat.domain.passkey.Passkey;
import dev.lastseat.domain.passkey.PasskeyId;
import dev.lastseat.domain.port.store.Passkeys;
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
    return store.atomically(() -> passkeys.putIfAbsent(passkey.id(), passkey) == null);
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
  public boolean rename(UserId owner, PasskeyId id, String name) {
    return store.atomically(
        () ->
            owns(owner, id)
                && change(
                    id,
                    it ->
                        new Passkey(
                            it.id(),
                            it.userId(),
                            it.publicKey(),
                            it.signCount(),
                            name,
                            it.createdAt(),
                            it.lastUsedAt())));
  }

  @Override
  public boolean remove(UserId owner, PasskeyId id) {
    return store.atomically(() -> owns(owner, id) && passkeys.remove(id) != null);
  }

  @Override
  public void removeAll(UserId owner) {
    store.atomically(() -> passkeys.values().removeIf(passkey -> passkey.userId().equals(owner)));
  }

  private boolean owns(UserId owner, PasskeyId id) {
    return Optional.ofNullable(passkeys.get(id))
        .filter(passkey -> passkey.userId().equals(owner))
        .isPresent();
  }

  private boolean change(PasskeyId id, UnaryOperator<Passkey> change) {
    return store.atomically(
        () -> passkeys.computeIfPresent(id, (_, passkey) -> change.apply(passkey)) != null);
  }
}
