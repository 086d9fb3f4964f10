package dev.lastseat.embedded.sqlite.webhook;

import dev.lastseat.domain.contract.DeliveriesContract;
import dev.lastseat.domain.port.store.work.Deliveries;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeliveriesTest extends DeliveriesContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Deliveries open() {
    return open.in(folder).store().deliveries();
  }
}
