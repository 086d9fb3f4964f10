package dev.lastseat.tracing;

import dev.lastseat.application.port.Observer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A span for each request, which goes on with the trace that its sender began (W3C Trace Context),
 * and within it one for each call of the store and each trip to Redis. Nothing that a client sends
 * and nothing that is stored becomes an attribute. Log entries of a request name its trace.
 */
final class TracingObserver implements Observer {
  private static final String TRACE_ID = "traceId";
  private static final String OTHER_METHOD = "_OTHER"; // as the conventions for HTTP spans have it
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Caches in process would only fill the traces. */
  private static final Set<String> STORES =
      Set.of("bookings", "orders", "events", "users", "sessions");

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("lastseat.outcome");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<Long> SIZE = AttributeKey.longKey("db.operation.batch.size");

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  TracingObserver(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("dev.lastseat");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed when the request is answered
  public Request request(String method, Function<String, @Nullable String> header) {
    String known = METHODS.contains(method) ? method : OTHER_METHOD;
    Span span =
        tracer
            .spanBuilder(known)
            .setSpanKind(SpanKind.SERVER)
            .setParent(propagator.extract(Context.root(), header, TracingObserver::header))
            .setAttribute(METHOD, known)
            .startSpan();
    Scope scope = span.makeCurrent();
    MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
    return (route, status, outcome) -> {
      span.updateName(known + " " + route);
      span.setAttribute(ROUTE, route).setAttribute(STATUS, (long) status);
      span.setAttribute(OUTCOME, outcome);
      if (status >= 500) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, String.valueOf(status));
      }
      MDC.remove(TRACE_ID);
      scope.close();
      span.end();
    };
  }

  @Override
  public <T extends @Nullable Object> T call(String port, String operation, Supplier<T> call) {
    return STORES.contains(port) && isWithinARequest()
        ? within(tracer.spanBuilder(port + "." + operation), call)
        : call.get();
  }

  @Override
  public <T extends @Nullable Object> T together(
      String engine, int size, long since, Supplier<T> work) {
    return isWithinARequest()
        ? within(
            tracer.spanBuilder(engine).setAttribute(SYSTEM, engine).setAttribute(SIZE, (long) size),
            work)
        : work.get();
  }

  /** What the program does by itself is no part of anybody's trace. */
  private static boolean isWithinARequest() {
    return Span.current().getSpanContext().isValid();
  }

  private static <T extends @Nullable Object> T within(SpanBuilder builder, Supplier<T> work) {
    Span span = builder.setSpanKind(SpanKind.CLIENT).startSpan();
    try (Scope _ = span.makeCurrent()) {
      return work.get();
    } catch (RuntimeException | Error failure) {
      // Its message may quote what is stored.
      span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
      throw failure;
    } finally {
      span.end();
    }
  }

  private static @Nullable String header(
      @Nullable Function<String, @Nullable String> headers, String name) {
    return headers == null ? null : headers.apply(name);
  }
}
