package dev.lastseat.embedded.sqlite.checkin;

import dev.lastseat.application.contract.DoorRacesContract;
import dev.lastseat.domain.port.store.Store;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteDoorRacesTest extends DoorRacesContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Ports open() {
    Store store = open.in(folder).store();
    return new Ports(
        store.events(), store.bookings(), store.orders(), store.tickets(), store.checkins());
  }
}
