package dev.lastseat.embedded.sqlite.event;

import dev.lastseat.domain.contract.EventsContract;
import dev.lastseat.domain.contract.Stores;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventsTest extends EventsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Stores open() {
    return open.stores(folder);
  }
}
