package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.store.account.OneTimeTokens;
import dev.lastseat.domain.user.OneTimeToken;
import dev.lastseat.domain.user.OneTimeToken.Purpose;
import dev.lastseat.domain.user.TokenHash;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tokens in memory. */
public final class FakeOneTimeTokens implements OneTimeTokens {
  private final FakeStore store;
  private final Set<OneTimeToken> tokens = new HashSet<>();

  public FakeOneTimeTokens(FakeStore store) {
    this.store = store;
  }

  @Override
  public void add(OneTimeToken token) {
    store.atomically(() -> tokens.add(token));
  }

  @Override
  public Optional<OneTimeToken> find(TokenHash hash, Purpose purpose, Instant now) {
    return store.atomically(
        () ->
            tokens.stream()
                .filter(token -> token.hash().equals(hash) && token.purpose() == purpose)
                .filter(token -> now.isBefore(token.expiresAt()))
                .findAny());
  }

  @Override
  public boolean spend(OneTimeToken token, Instant now) {
    return store.atomically(
        () -> {
          boolean spent = now.isBefore(token.expiresAt()) && tokens.contains(token);
          if (spent) {
            tokens.removeIf(
                it -> it.userId().equals(token.userId()) && it.purpose() == token.purpose());
          }
          return spent;
        });
  }

  @Override
  public void forget(UserId user) {
    store.atomically(() -> tokens.removeIf(token -> token.userId().equals(user)));
  }

  @Override
  public void forgetExpired(Instant now) {
    store.atomically(() -> tokens.removeIf(token -> token.expiresAt().isBefore(now)));
  }
}
