package dev.lastseat.bootstrap.command;

import dev.lastseat.application.analytics.RecountSales;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.port.store.Store;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * {@code rebuild analytics}: counts all sales again, on the store of the settings itself, which no
 * instance may have open.
 */
public record RebuildCommand(Settings settings, PrintStream out) {
  /**
   * Does it, and prints how many facts it was.
   *
   * @throws StartFailure when not all could be counted
   */
  public void run() {
    try (Adapters adapters =
        Adapters.openExisting(settings, Clock.tickMillis(ZoneOffset.UTC), new SecureRandom())) {
      Store store = adapters.engine().store();
      long head = store.facts().head();
      long counted =
          new RecountSales(store.facts(), store.factPositions(), store.salesFigures()).handle();
      if (counted < head) {
        throw new StartFailure(
            "only %d of %d facts were counted; see the log, and try again"
                .formatted(counted, head));
      }
      out.println("sales were counted again from " + counted + " facts");
    }
  }
}
