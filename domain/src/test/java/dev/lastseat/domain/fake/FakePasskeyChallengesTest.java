package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PasskeyChallengesContract;
import dev.lastseat.domain.port.store.account.PasskeyChallenges;

class FakePasskeyChallengesTest extends PasskeyChallengesContract {
  @Override
  protected PasskeyChallenges open() {
    return new FakePasskeyChallenges(new FakeStore());
  }
}
