package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a program that is really asked for something. */
class MetricsTest {
  private static final String NOTE = "Metrics: ";

  @TempDir Path data;

  @Test
  void ten_thousand_paths_and_ids_make_no_more_series_than_a_few() throws Exception {
    try (Lastseat lastseat = start();
        BoxOffice office = new BoxOffice(lastseat.uri())) {
      int[] seeds = new Random(11).ints(100).toArray();
      Storm.of(
          seeds.length,
          client -> {
            Random random = new Random(seeds[client]);
            for (int i = 0; i < 100; i++) {
              office.api.get(anyPath(random), Caller.NOBODY);
            }
            return client;
          });
      assertThat(series(lastseat))
          .hasSizeLessThan(300)
          .anyMatch(line -> line.startsWith("http_server_requests_seconds_count"));
    }
  }

  private static String anyPath(Random random) {
    String id = Long.toHexString(random.nextLong());
    return List.of(
            "/" + id, "/events/" + id, "/bookings/" + id, "/" + id + "/" + id, "/orders/" + id)
        .get(random.nextInt(5));
  }

  private Lastseat start() {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("DATA_DIR", data.toString());
    settings.put("METRICS_PORT", "0");
    return Programs.start(settings);
  }

  /**
   * All but those of the garbage collector, which are the choice of the JVM that runs the tests.
   */
  private static List<String> series(Lastseat lastseat) throws Exception {
    URI page =
        lastseat.notes().stream()
            .filter(note -> note.startsWith(NOTE))
            .map(note -> URI.create(note.substring(NOTE.length())))
            .findFirst()
            .orElseThrow();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_gc"))
          .toList();
    }
  }
}
