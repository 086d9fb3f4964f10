package dev.lastseat.application.passkey;

import dev.lastseat.domain.port.store.PasskeyChallenges;
import java.time.Clock;

/** Sweeps out challenges that nobody can answer any more. */
public final class ForgetExpiredChallenges {
  private final PasskeyChallenges challenges;
  private final Clock clock;

  public ForgetExpiredChallenges(PasskeyChallenges challenges, Clock clock) {
    this.challenges = challenges;
    this.clock = clock;
  }

  public void handle() {
    challenges.forgetExpired(clock.instant());
  }
}
