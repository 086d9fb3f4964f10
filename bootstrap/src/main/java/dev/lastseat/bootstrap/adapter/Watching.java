package dev.lastseat.bootstrap.adapter;

import dev.lastseat.application.port.Observer;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.metrics.MetricsAdapters;
import dev.lastseat.tracing.TracingAdapters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who watches the program, as the settings say. Mostly nobody does, and then nothing that watching
 * needs is loaded. Whoever cannot watch is reported, and the sale goes on without.
 *
 * @param notes where to look, a line each
 */
public record Watching(Observer observer, List<String> notes, Runnable close) {
  static final Watching NOBODY = new Watching(Observer.NOBODY, List.of(), () -> {});
  private static final Logger log = LoggerFactory.getLogger(Watching.class);

  static Watching of(Settings settings) {
    Settings.Watch watch = settings.watch();
    return Stream.of(
            watch.metricsPort().flatMap(port -> metrics(watch.metricsHost(), port)),
            watch.tracesEndpoint().flatMap(Watching::traces))
        .flatMap(Optional::stream)
        .reduce(Watching::and)
        .orElse(NOBODY);
  }

  private static Optional<Watching> metrics(String host, int port) {
    try {
      MetricsAdapters metrics = MetricsAdapters.open(host, port);
      return Optional.of(
          new Watching(metrics.observer(), List.of("Metrics: " + metrics.uri()), metrics::close));
    } catch (IOException refused) {
      log.warn(
          "no metrics: METRICS_PORT {} on {} cannot be used: {}", port, host, refused.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Watching> traces(String endpoint) {
    try {
      TracingAdapters traces = TracingAdapters.open(endpoint);
      return Optional.of(
          new Watching(
              traces.observer(), List.of("Traces: to " + traces.collector()), traces::close));
    } catch (IllegalArgumentException unusable) {
      log.warn("no traces: OTEL_… cannot be used: {}", unusable.getMessage());
      return Optional.empty();
    }
  }

  private Watching and(Watching other) {
    return new Watching(
        new BothObservers(observer, other.observer),
        Stream.concat(notes.stream(), other.notes.stream()).toList(),
        () -> {
          close.run();
          other.close.run();
        });
  }
}
