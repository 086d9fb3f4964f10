package dev.lastseat.embedded.sqlite.fact;

import dev.lastseat.domain.contract.FactPositionsContract;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteFactPositionsTest extends FactPositionsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected FactPositions open() {
    return open.in(folder).store().factPositions();
  }
}
