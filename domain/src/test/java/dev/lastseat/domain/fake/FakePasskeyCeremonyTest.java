package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.PasskeyCeremonyContract;
import dev.lastseat.domain.fixture.Authenticator;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import java.util.concurrent.atomic.AtomicInteger;

class FakePasskeyCeremonyTest extends PasskeyCeremonyContract {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  protected PasskeyCeremony open(RelyingParty shop) {
    return new FakePasskeyCeremony(shop);
  }

  @Override
  protected Authenticator authenticator() {
    return new FakeAuthenticator("authenticator " + made.incrementAndGet() + " ");
  }
}
