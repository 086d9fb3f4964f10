package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.application.contract.OrderCancellationContract;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrderCancellationTest extends OrderCancellationContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Ports open() {
    EmbeddedAdapters store = open.in(folder);
    return new Ports(
        store.store().events(),
        store.store().bookings(),
        store.store().orders(),
        store.store().jobs());
  }
}
