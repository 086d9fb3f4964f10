package dev.lastseat.application.passkey;

import dev.lastseat.domain.port.store.account.PasskeyChallenges;
import java.time.Clock;

/** Sweeps out challenges that nobody can answer any more. */
public record ForgetExpiredChallenges(PasskeyChallenges challenges, Clock clock) {
  public void handle() {
    challenges.forgetExpired(clock.instant());
  }
}
