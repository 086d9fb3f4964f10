package dev.lastseat.domain.fake;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Challenges in memory. */
public final class FakePasskeyChallenges implements PasskeyChallenges {
  private final FakeStore store;
  private final Set<PasskeyChallenge> challenges = new HashSet<>();

  public FakePasskeyChallenges(FakeStore store) {
    this.store = store;
  }

  @Override
  public void add(PasskeyChallenge challenge) {
    store.atomically(() -> challenges.add(challenge));
  }

  @Override
  public boolean spend(Base64Url challenge, Optional<UserId> user, Instant now) {
    return store.atomically(
        () ->
            challenges.removeIf(
                it ->
                    it.value().equals(challenge)
                        && it.userId().equals(user)
                        && now.isBefore(it.expiresAt())));
  }

  @Override
  public void forgetExpired(Instant now) {
    store.atomically(() -> challenges.removeIf(it -> it.expiresAt().isBefore(now)));
  }
}
