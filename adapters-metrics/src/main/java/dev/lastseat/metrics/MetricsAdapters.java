package dev.lastseat.metrics;

import dev.lastseat.application.port.Observer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;

/** The figures, and the page that shows them to whoever asks. */
public final class MetricsAdapters implements AutoCloseable {
  private final PrometheusMeterRegistry registry;
  private final JvmGcMetrics garbageCollection;
  private final MetricsServer server;

  private MetricsAdapters(PrometheusMeterRegistry registry, MetricsServer server) {
    this.registry = registry;
    this.garbageCollection = new JvmGcMetrics();
    this.server = server;
  }

  /**
   * Begins to keep figures, and shows them at once.
   *
   * @param host the address of this machine to listen on
   * @param port 0 for any free one
   * @throws IOException when there is no listening there; its message says why
   */
  public static MetricsAdapters open(String host, int port) throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(MeterFilter.denyNameStartsWith("jvm.buffer"))
        .meterFilter(MeterFilter.denyNameStartsWith("jvm.memory.committed"));
    MetricsServer server = MetricsServer.start(host, port, registry::scrape);
    MetricsAdapters metrics = new MetricsAdapters(registry, server);
    metrics.watchTheMachine();
    return metrics;
  }

  private void watchTheMachine() {
    MeterRegistry into = registry;
    garbageCollection.bindTo(into);
    new JvmMemoryMetrics().bindTo(into);
    new JvmThreadMetrics().bindTo(into);
    new ProcessorMetrics().bindTo(into);
    new FileDescriptorMetrics().bindTo(into);
    new UptimeMetrics().bindTo(into);
  }

  /** Keeps figures of what it sees. */
  public Observer observer() {
    return new MetricsObserver(registry);
  }

  /** Where the page is, as seen from this machine. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
    garbageCollection.close();
    registry.close();
  }
}
