package dev.lastseat.application.payment;

import dev.lastseat.application.contract.PaymentCrashesContract;
import dev.lastseat.application.fixture.Fakes;
import dev.lastseat.domain.fake.FakeFactLog;

class FakePaymentCrashesTest extends PaymentCrashesContract {
  @Override
  protected Ports open() {
    Fakes fakes = Fakes.open();
    return new Ports(
        fakes.events, fakes.bookings, fakes.orders, fakes.payments, new FakeFactLog(fakes.store));
  }
}
