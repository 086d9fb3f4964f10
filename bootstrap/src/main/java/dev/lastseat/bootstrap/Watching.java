package dev.lastseat.bootstrap;

import dev.lastseat.application.port.Observer;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.metrics.MetricsAdapters;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who watches the program, as the settings say. Mostly nobody does, and then nothing that watching
 * needs is loaded. Whoever cannot watch is reported, and the sale goes on without.
 *
 * @param notes where the figures are, a line each
 */
record Watching(Observer observer, List<String> notes, Runnable close) {
  private static final Watching NOBODY = new Watching(Observer.NOBODY, List.of(), () -> {});
  private static final Logger log = LoggerFactory.getLogger(Watching.class);

  static Watching of(Settings settings) {
    return settings.metrics().port().map(port -> metrics(settings, port)).orElse(NOBODY);
  }

  private static Watching metrics(Settings settings, int port) {
    String host = settings.metrics().host();
    try {
      MetricsAdapters metrics = MetricsAdapters.open(host, port);
      return new Watching(metrics.observer(), List.of("Metrics: " + metrics.uri()), metrics::close);
    } catch (IOException refused) {
      log.warn(
          "no metrics: METRICS_PORT {} on {} cannot be used: {}", port, host, refused.getMessage());
      return NOBODY;
    }
  }
}
