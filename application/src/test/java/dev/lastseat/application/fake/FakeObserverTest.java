package dev.lastseat.application.fake;

import dev.lastseat.application.contract.ObserverContract;
import dev.lastseat.application.port.Observer;

class FakeObserverTest extends ObserverContract {
  @Override
  protected Observer observer() {
    return new FakeObserver();
  }
}
