package dev.lastseat.domain.port.store.account;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.PasskeyChallenge;
import dev.lastseat.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** The challenges that were handed out and not answered yet. */
public interface PasskeyChallenges {
  void add(PasskeyChallenge challenge);

  /**
   * Takes a challenge away, in one atomic step: of several who spend it at once, exactly one does.
   *
   * @param user who it was for; empty when it was for nobody in particular
   * @return whether there was this challenge for just them, not expired
   */
  boolean spend(Base64Url challenge, Optional<UserId> user, Instant now);

  /** Forgets those that expired before {@code now}. */
  void forgetExpired(Instant now);
}
