package dev.lastseat.embedded;

import dev.lastseat.domain.contract.Stores;
import dev.lastseat.domain.fixture.TickingClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens real files for a test, and closes them after it. */
final class OpenStores implements AfterEachCallback {
  private final List<EmbeddedAdapters> open = new ArrayList<>();

  EmbeddedAdapters in(Path folder) {
    EmbeddedAdapters adapters = EmbeddedAdapters.open(folder, new TickingClock());
    open.add(adapters);
    return adapters;
  }

  Stores stores(Path folder) {
    EmbeddedAdapters adapters = in(folder);
    return new Stores(adapters.events(), adapters.bookings(), new TickingClock());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    open.forEach(EmbeddedAdapters::close);
    open.clear();
  }
}
