package dev.lastseat.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.application.contract.ObserverContract;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.sale.Bookings.Recording;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetricsObserverTest extends ObserverContract {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MetricsObserver observer = new MetricsObserver(registry);

  @Override
  protected Observer observer() {
    return observer;
  }

  @Test
  void requests_are_counted_by_pattern_class_of_status_and_outcome() {
    request("POST", "/api/v1/bookings", 201, "ok");
    request("POST", "/api/v1/bookings", 201, "replayed");
    request("POST", "/api/v1/bookings", 409, "sold_out");
    assertThat(lines())
        .contains(
            "http_server_requests_seconds_count"
                + "{method=\"POST\",route=\"/api/v1/bookings\",status=\"2xx\"} 2",
            "http_server_requests_seconds_bucket"
                + "{method=\"POST\",route=\"/api/v1/bookings\",status=\"4xx\",le=\"10.0\"} 1",
            "lastseat_requests_total"
                + "{method=\"POST\",outcome=\"replayed\",route=\"/api/v1/bookings\"} 1.0");
  }

  @Test
  void no_client_makes_figures_up() {
    for (int i = 0; i < 10_000; i++) {
      request("METHOD-" + i, "none", 404, "not_found");
    }
    assertThat(lines()).hasSizeLessThan(30).noneMatch(line -> line.contains("METHOD-"));
  }

  @Test
  void calls_of_ports_are_counted_by_what_came_of_them() {
    Recording taken = new Recording.PlaceTaken();
    Object _ = observer.call("bookings", "record", () -> taken);
    Object _ = observer.call("bookings", "find", Optional::empty);
    assertThatThrownBy(() -> observer.call("bookings", "find", MetricsObserverTest::away))
        .isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> observer.call("bookings", "find", () -> List.of().getFirst()))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(lines())
        .contains(
            calls("record", "place_taken"),
            calls("find", "ok"),
            calls("find", "unavailable"),
            calls("find", "failed"));
  }

  private static String away() {
    throw new StoreUnavailable("away");
  }

  private static String calls(String operation, String result) {
    return "lastseat_port_calls_seconds_count{operation=\"%s\",port=\"bookings\",result=\"%s\"} 1"
        .formatted(operation, result);
  }

  @Test
  void what_an_engine_does_at_once_is_counted_with_how_long_the_first_has_waited() {
    long aSecondAgo = observer.moment() - 1_000_000_000;
    int _ = observer.together("sqlite", 3, aSecondAgo, () -> 3);
    assertThat(lines())
        .contains(
            "lastseat_batch_size_bucket{engine=\"sqlite\",le=\"2.0\"} 0",
            "lastseat_batch_size_bucket{engine=\"sqlite\",le=\"4.0\"} 1",
            "lastseat_batch_wait_seconds_bucket{engine=\"sqlite\",le=\"0.5\"} 0",
            "lastseat_batch_seconds_count{engine=\"sqlite\",result=\"ok\"} 1");
  }

  @Test
  void a_figure_is_counted_whenever_somebody_looks() {
    AtomicInteger waiting = new AtomicInteger();
    observer.figure("sqlite.writes.waiting", waiting::get);
    waiting.set(7);
    System.gc();
    assertThat(lines()).contains("lastseat_sqlite_writes_waiting 7.0");
  }

  @Test
  void figures_and_counters_are_told_apart_by_labels_and_counters_begin_at_nothing() {
    observer.figure("jobs", Map.of("kind", "mail", "state", "dead"), () -> 3);
    observer.counter("jobs.attempts", Map.of("kind", "mail", "result", "late"));
    observer.counter("jobs.attempts", Map.of("kind", "mail", "result", "done")).run();

    assertThat(lines())
        .contains(
            "lastseat_jobs{kind=\"mail\",state=\"dead\"} 3.0",
            "lastseat_jobs_attempts_total{kind=\"mail\",result=\"late\"} 0.0",
            "lastseat_jobs_attempts_total{kind=\"mail\",result=\"done\"} 1.0");
  }

  private void request(String method, String route, int status, String outcome) {
    observer.request(method, _ -> null).answered(route, status, outcome);
  }

  private List<String> lines() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
  }
}
