package dev.lastseat.embedded.sqlite.payment;

import dev.lastseat.application.contract.PaymentCrashesContract;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqlitePaymentCrashesTest extends PaymentCrashesContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected Ports open() {
    EmbeddedAdapters store = open.in(folder);
    return new Ports(
        store.store().events(),
        store.store().bookings(),
        store.store().orders(),
        store.store().payments(),
        store.store().facts());
  }
}
