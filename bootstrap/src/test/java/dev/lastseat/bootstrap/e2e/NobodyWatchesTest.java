package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody wants costs a program nothing, and its start no time. */
class NobodyWatchesTest {
  private static final Pattern METRICS =
      Pattern.compile(
          "io\\.micrometer|io\\.prometheus|dev\\.lastseat\\.metrics|sun\\.net\\.httpserver");
  private static final Pattern TRACES =
      Pattern.compile("io\\.opentelemetry|dev\\.lastseat\\.tracing|jdk\\.internal\\.net\\.http");

  private static final Pattern GRAPHQL =
      Pattern.compile(" graphql\\.|org\\.dataloader|dev\\.lastseat\\.graphql\\.GraphqlAdapters");

  @TempDir Path folder;

  @Test
  void no_class_that_graphql_metrics_or_traces_need_is_loaded_unless_they_are_wanted()
      throws Exception {
    assertThat(classesOfASale(Map.of()))
        .doesNotContainPattern(GRAPHQL)
        .doesNotContainPattern(METRICS)
        .doesNotContainPattern(TRACES);
    assertThat(classesOfASale(Map.of("GRAPHQL", "on"))).containsPattern(GRAPHQL);
    assertThat(classesOfASale(Map.of("METRICS_PORT", "0")))
        .containsPattern(METRICS)
        .doesNotContainPattern(TRACES);
    assertThat(classesOfASale(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")))
        .doesNotContainPattern(METRICS)
        .containsPattern(TRACES);
  }

  /** The classes that a program loads to sell a ticket. */
  private String classesOfASale(Map<String, String> more) throws Exception {
    Path classes = Files.createTempFile(folder, "classes", ".txt");
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("JAVA_OPTS", "-Xlog:class+load:file=" + classes);
    settings.putAll(more);
    Process program = Programs.spawn(folder.resolve("data"), settings);
    try (BoxOffice office = new BoxOffice(Programs.address(program))) {
      String event = office.event(10, 10);
      assertThat(office.book(office.customers(1).getFirst(), event, 1).status()).isEqualTo(201);
    } finally {
      program.destroy();
      program.waitFor();
    }
    String loaded = Files.readString(classes);
    assertThat(loaded).contains("dev.lastseat.bootstrap.adapter.Watching");
    return loaded;
  }
}
