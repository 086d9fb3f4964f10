package dev.lastseat.embedded.sqlite.ticket;

import dev.lastseat.domain.contract.TicketsContract;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteTicketsTest extends TicketsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Opened open() {
    EmbeddedAdapters adapters = open.in(folder);
    return new Opened(adapters.store().tickets(), adapters.store().facts(), () -> {});
  }
}
