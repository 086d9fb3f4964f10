package dev.lastseat.application.checkin;

import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.application.fixture.ADoor;
import dev.lastseat.application.fixture.Fakes;

class FakeDoorRacesTest extends DoorRacesContract {
  @Override
  protected ADoor.Ports open() {
    Fakes fakes = Fakes.open();
    return new ADoor.Ports(
        fakes.events, fakes.bookings, fakes.orders, fakes.tickets, fakes.checkins);
  }
}
