package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.Api.Caller;
import dev.lastseat.bootstrap.e2e.PromQl.Selector;
import dev.lastseat.bootstrap.e2e.PromQl.Series;
import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alerts of docs/operations ask for what the program really shows. */
class DashboardTest {
  private static final List<String> FILES = List.of("dashboard.json", "alerts.yml");
  private static final String NOTE = "Metrics: ";

  /** Prometheus adds these itself. */
  private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("instance", "job", "le");

  private static final String METRIC_OF_PROMETHEUS = "up";

  /** Shows only once something went wrong; on a good day there is the label, with other values. */
  private static final Pattern FAILURE = Pattern.compile("=~?\"(5xx|unavailable(\\|failed)?)\"");

  private static final Pattern RANGE = Pattern.compile("\\[(\\d+)m]");

  @TempDir Path data;

  @Test
  void on_the_embedded_store_they_find_all_but_what_is_of_other_engines() throws Exception {
    assertAllIsFound(seriesAfterAStorm(Map.of()), "lastseat_(mongodb|redis)_.*");
  }

  @Test
  void on_mongodb_and_redis_they_find_all_but_what_is_of_the_embedded_store() throws Exception {
    assertAllIsFound(seriesAfterAStorm(SharedEngines.settings()), "lastseat_sqlite_.*");
  }

  @Test
  void a_metric_a_label_and_a_value_that_there_are_not_are_noticed() {
    List<Series> series = List.of(Series.of("sold_total{event=\"play\",kind=\"hold\"} 3"));
    assertThat(lacking(series, "sum by (event) (rate(sold_total{kind=~\"hold|x\"}[5m])) > 0"))
        .isEmpty();
    assertThat(lacking(series, "rate(sold[5m])")).isNotEmpty();
    assertThat(lacking(series, "sold_total{king=\"hold\"}")).isNotEmpty();
    assertThat(lacking(series, "1 - sold_total{kind=\"held\"} / sold_total")).isNotEmpty();
    assertThat(lacking(series, "sum by (events) (sold_total)")).isNotEmpty();
  }

  /** Prometheus asks once a minute, unless it is told otherwise, and a rate is of two samples. */
  @Test
  void an_alert_looks_at_more_than_one_sample() throws IOException {
    List<String> expressions = new ArrayList<>();
    collect(new Yaml().load(read("alerts.yml")), expressions);
    assertThat(expressions.stream().flatMap(it -> RANGE.matcher(it).results()))
        .hasSizeGreaterThan(4)
        .allMatch(range -> Integer.parseInt(range.group(1)) >= 5);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Project.ROOT.resolve("docs/operations").resolve(file));
  }

  private static void assertAllIsFound(List<Series> series, String exceptOf) throws IOException {
    List<String> expressions = new ArrayList<>();
    for (String file : FILES) {
      collect(new Yaml().load(read(file)), expressions); // JSON is YAML
    }
    assertThat(expressions).hasSizeGreaterThan(30);
    assertThat(expressions.stream().flatMap(it -> lacking(series, it).stream()))
        .filteredOn(metric -> !metric.matches(exceptOf))
        .isEmpty();
  }

  /** The values of all that is called expr, however deep. */
  private static void collect(Object node, List<String> expressions) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("expr")) {
              expressions.add((String) value);
            }
            collect(value, expressions);
          });
    } else if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, expressions));
    }
  }

  /** The metrics of an expression that there are not, or not with these labels. */
  private static List<String> lacking(List<Series> series, String expression) {
    PromQl query = PromQl.of(FAILURE.matcher(expression).replaceAll("=~\".+\""));
    assertThat(query.selectors()).isNotEmpty();
    return query.selectors().stream()
        .filter(selector -> !selector.metric().equals(METRIC_OF_PROMETHEUS))
        .filter(selector -> !isFound(series, selector, query.grouping()))
        .map(Selector::metric)
        .toList();
  }

  private static boolean isFound(List<Series> series, Selector selector, Set<String> grouping) {
    return series.stream()
        .filter(selector::matches)
        .anyMatch(
            one ->
                Stream.concat(grouping.stream(), selector.labels().keySet().stream())
                    .filter(label -> !LABELS_OF_PROMETHEUS.contains(label))
                    .allMatch(one.labels()::containsKey));
  }

  private List<Series> seriesAfterAStorm(Map<String, String> engines) throws Exception {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.putAll(engines);
    // Little room for what is new, so that garbage is collected before long.
    settings.putAll(Map.of("METRICS_PORT", "0", "JAVA_OPTS", "-Xmn4m"));
    Process program = Programs.spawn(data, settings);
    CompletableFuture<URI> page = new CompletableFuture<>();
    URI address =
        Programs.address(
            program,
            line -> {
              if (line.startsWith(NOTE)) {
                page.complete(URI.create(line.substring(NOTE.length())));
              }
            });
    try (BoxOffice office = new BoxOffice(address);
        HttpClient client = HttpClient.newHttpClient()) {
      storm(office);
      var read = client.send(HttpRequest.newBuilder(page.get()).build(), BodyHandlers.ofString());
      return read.body().lines().filter(line -> !line.startsWith("#")).map(Series::of).toList();
    } finally {
      program.destroy();
      program.waitFor();
    }
  }

  /** Whatever happens on a normal day; of one client, who has every answer before the next. */
  private static void storm(BoxOffice office) {
    String event = office.event(3, 3);
    Caller customer = office.customers(1).getFirst();
    String key = UUID.randomUUID().toString();
    office.book(customer, event, 1, false, key);
    office.book(customer, event, 1, false, key);
    office.order(customer, List.of(event), 1);
    assertThat(office.book(customer, event, 2).code()).isEqualTo("SOLD_OUT");
    office.api.get("/events/" + event, customer);
    office.api.get("/bookings", customer);
    office.api.get("/events", Caller.NOBODY);
  }
}
