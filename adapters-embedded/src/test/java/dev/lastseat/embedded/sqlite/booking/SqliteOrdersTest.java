package dev.lastseat.embedded.sqlite.booking;

import dev.lastseat.domain.contract.MortalStores;
import dev.lastseat.domain.contract.OrdersContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOrdersTest extends OrdersContract {
  @TempDir Path folder;

  @Override
  protected MortalStores open() {
    return new MortalFile(folder);
  }
}
