package dev.lastseat.embedded.sqlite;

import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens real files for a test, and closes them after it. */
public final class OpenStores implements AfterEachCallback {
  private final List<EmbeddedAdapters> open = new ArrayList<>();

  public EmbeddedAdapters in(Path folder) {
    EmbeddedAdapters adapters = EmbeddedAdapters.open(folder, new TickingClock());
    open.add(adapters);
    return adapters;
  }

  public Stores stores(Path folder) {
    EmbeddedAdapters adapters = in(folder);
    return new Stores(adapters.store().events(), adapters.store().bookings(), new TickingClock());
  }

  /** As when their processes end. */
  public void closeAll() {
    open.forEach(EmbeddedAdapters::close);
    open.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    closeAll();
  }
}
