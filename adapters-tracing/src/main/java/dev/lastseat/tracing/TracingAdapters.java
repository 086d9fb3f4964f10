package dev.lastseat.tracing;

import dev.lastseat.application.port.Observer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The traces, and the way to whoever collects them. The standard variables of the environment
 * ({@code OTEL_*}) say where that is, which requests are traced and under which name.
 */
public final class TracingAdapters implements AutoCloseable {
  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final int CLOSING_SECONDS = 2;

  /** What the variables may say otherwise. The HTTP client of the JDK speaks no gRPC. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.service.name", "lastseat",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  /** It would tell of every failure, with a stack trace; kept, or else the level is forgotten. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private final OpenTelemetrySdk sdk;
  private final String collector;

  private TracingAdapters(OpenTelemetrySdk sdk, String collector) {
    this.sdk = sdk;
    this.collector = collector;
  }

  /**
   * Begins to trace.
   *
   * @param endpoint where traces are sent, as {@code OTEL_EXPORTER_OTLP_ENDPOINT} says it
   * @throws IllegalArgumentException when one of the variables makes no sense; its message says
   *     which
   */
  public static TracingAdapters open(String endpoint) {
    return open(endpoint, Map.of());
  }

  /** With more settings, by the names that they have as properties. */
  static TracingAdapters open(String endpoint, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(DEFAULTS);
    settings.put(ENDPOINT, endpoint);
    settings.putAll(more);
    LIBRARY.setLevel(Level.OFF);
    String collector = endpoint.replaceFirst("//[^/]*@", "//");
    try {
      return new TracingAdapters(
          AutoConfiguredOpenTelemetrySdk.builder()
              .addPropertiesSupplier(() -> settings)
              .addSpanExporterCustomizer(
                  (exporter, _) -> new ReportingExporter(exporter, collector))
              .disableShutdownHook()
              .build()
              .getOpenTelemetrySdk(),
          collector);
    } catch (RuntimeException unusable) {
      throw new IllegalArgumentException(unusable.getMessage(), unusable);
    }
  }

  /** Where traces are sent, without a password. */
  public String collector() {
    return collector;
  }

  /** Traces what it sees. */
  public Observer observer() {
    return new TracingObserver(sdk);
  }

  /** Sends what is left, if that takes no longer than a moment. */
  @Override
  public void close() {
    sdk.shutdown().join(CLOSING_SECONDS, TimeUnit.SECONDS);
  }
}
