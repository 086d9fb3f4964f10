package dev.lastseat.embedded.sqlite.analytics;

import dev.lastseat.domain.contract.SalesFiguresContract;
import dev.lastseat.domain.port.store.fact.SalesFigures;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteSalesFiguresTest extends SalesFiguresContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected SalesFigures open() {
    return open.in(folder).store().salesFigures();
  }
}
