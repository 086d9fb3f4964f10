package dev.lastseat.application.checkin;

import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.application.fixture.Fakes;

class FakeDoorRacesTest extends DoorRacesContract {
  @Override
  protected Ports open() {
    Fakes fakes = Fakes.open();
    return new Ports(fakes.events, fakes.bookings, fakes.orders, fakes.tickets, fakes.checkins);
  }
}
