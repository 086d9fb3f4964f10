package dev.lastseat.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.contract.ObserverContract;
import dev.lastseat.application.port.Observer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
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

  private void request(String method, String route, int status, String outcome) {
    observer.request(method, _ -> null).answered(route, status, outcome);
  }

  private List<String> lines() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
  }
}
