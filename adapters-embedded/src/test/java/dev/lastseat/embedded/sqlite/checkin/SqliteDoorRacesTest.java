package dev.lastseat.embedded.sqlite.checkin;

import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.application.fixture.ADoor;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteDoorRacesTest extends DoorRacesContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected ADoor.Ports open() {
    Store store = open.in(folder).store();
    return new ADoor.Ports(
        store.events(), store.bookings(), store.orders(), store.tickets(), store.checkins());
  }
}
