package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.RememberedResponsesContract;
import dev.lastseat.domain.port.RememberedResponses;

class FakeRememberedResponsesTest extends RememberedResponsesContract {
  @Override
  protected RememberedResponses open() {
    return new FakeRememberedResponses();
  }
}
