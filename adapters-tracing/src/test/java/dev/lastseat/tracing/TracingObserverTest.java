package dev.lastseat.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.contract.ObserverContract;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.StoreUnavailable;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracingObserverTest extends ObserverContract {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final Observer observer =
      new TracingObserver(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(spans))
                      .build())
              .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
              .build());

  @Override
  protected Observer observer() {
    return observer;
  }

  @Test
  void a_request_goes_on_with_the_trace_of_its_sender_and_names_it_in_the_log() {
    var headers = Map.of("traceparent", "00-" + TRACE + "-" + PARENT + "-01");
    Observer.Request request = observer.request("POST", headers::get);
    assertThat(MDC.get("traceId")).isEqualTo(TRACE);
    request.answered("/api/v1/bookings", 409, "sold_out");
    assertThat(MDC.get("traceId")).isNull();
    SpanData span = spans().getFirst();
    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo(PARENT);
    assertThat(span.getName()).isEqualTo("POST /api/v1/bookings");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(attributes(span))
        .containsOnly(
            "http.request.method=POST",
            "http.response.status_code=409",
            "http.route=/api/v1/bookings",
            "lastseat.outcome=sold_out");
  }

  @Test
  void calls_of_the_store_and_trips_to_redis_are_parts_of_the_request_and_caches_are_not() {
    Observer.Request request = observer.request("POST", _ -> null);
    int _ = observer.call("bookings", "record", () -> observer.together("redis", 3, 0, () -> 1));
    int _ = observer.call("place_hints", "suggest", () -> 1);
    request.answered("/api/v1/bookings", 201, "ok");
    assertThat(spans())
        .extracting(SpanData::getName)
        .containsExactly("redis", "bookings.record", "POST /api/v1/bookings");
    assertThat(spans())
        .extracting(SpanData::getTraceId)
        .containsOnly(spans().getFirst().getTraceId());
    assertThat(attributes(spans().getFirst()))
        .containsOnly("db.system.name=redis", "db.operation.batch.size=3");
  }

  @Test
  void a_failure_is_marked_by_its_kind_and_its_message_is_kept_back() {
    Observer.Request request = observer.request("GET", _ -> null);
    assertThatThrownBy(() -> observer.call("users", "find", TracingObserverTest::fail))
        .isInstanceOf(StoreUnavailable.class);
    request.answered("/api/v1/auth/me", 503, "service_unavailable");
    assertThat(spans())
        .allSatisfy(
            span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR))
        .noneSatisfy(span -> assertThat(span.toString()).contains("ada@example.com"));
  }

  private static int fail() {
    throw new StoreUnavailable("ada@example.com was not found in time");
  }

  @Test
  void what_the_program_does_by_itself_is_in_no_trace() {
    int _ = observer.call("bookings", "overdue", () -> 1);
    int _ = observer.together("redis", 1, 0, () -> 1);
    assertThat(spans()).isEmpty();
  }

  private List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  private static List<String> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .map(one -> one.getKey().getKey() + "=" + one.getValue())
        .toList();
  }
}
