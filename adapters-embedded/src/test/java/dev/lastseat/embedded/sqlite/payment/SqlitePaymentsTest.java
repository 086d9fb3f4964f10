package dev.lastseat.embedded.sqlite.payment;

import dev.lastseat.domain.contract.PaymentsContract;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqlitePaymentsTest extends PaymentsContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Opened open() {
    EmbeddedAdapters store = open.in(folder);
    return new Opened(store.store().payments(), store.store().facts(), () -> {});
  }
}
