package dev.lastseat.bootstrap;

import dev.lastseat.application.analytics.RecountSales;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.UnusableStore;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * {@code rebuild analytics}: counts all sales again, on the store of the settings itself, which no
 * instance may have open.
 */
record RebuildCommand(Settings settings, PrintStream out) {
  /**
   * Does it, and prints how many facts it was.
   *
   * @throws StartFailure when the store cannot be used
   */
  void run() {
    try (Adapters adapters = Adapters.open(settings, Clock.systemUTC(), new SecureRandom())) {
      Adapters.Facts facts = adapters.stores().facts();
      long head = facts.log().head();
      long counted = new RecountSales(facts.log(), facts.positions(), facts.sales()).handle();
      if (counted < head) {
        throw new StartFailure(
            "only %d of %d facts were counted; see the log, and try again"
                .formatted(counted, head));
      }
      out.println("sales were counted again from " + counted + " facts");
    } catch (UnusableStore | StoreUnavailable failure) {
      throw new StartFailure(failure);
    }
  }
}
