package dev.lastseat.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that traces do not arrive, and once that they do again. */
final class ReportingExporter implements SpanExporter {
  private static final Logger log = LoggerFactory.getLogger(ReportingExporter.class);

  private final SpanExporter exporter;
  private final String endpoint;
  private final AtomicBoolean failing = new AtomicBoolean();

  ReportingExporter(SpanExporter exporter, String endpoint) {
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode sent = exporter.export(spans);
    return sent.whenComplete(() -> report(sent.isSuccess()));
  }

  private void report(boolean arrived) {
    if (arrived && failing.compareAndSet(true, false)) {
      log.info("traces arrive at {} again", endpoint);
    } else if (!arrived && failing.compareAndSet(false, true)) {
      log.warn("traces do not arrive at {}; Lastseat goes on without", endpoint);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
