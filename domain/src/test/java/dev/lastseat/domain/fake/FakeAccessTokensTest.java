package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.AccessTokensContract;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.port.security.AccessTokens;

class FakeAccessTokensTest extends AccessTokensContract {
  @Override
  protected AccessTokens open(TickingClock clock) {
    return new FakeAccessTokens(clock, TTL);
  }

  @Override
  protected AccessTokens stranger(TickingClock clock) {
    return new FakeAccessTokens(clock, TTL);
  }
}
