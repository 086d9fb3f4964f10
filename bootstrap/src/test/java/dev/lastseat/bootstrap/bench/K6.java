package dev.lastseat.bootstrap.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs the scripts in {@code load/} and reads what k6 counted, second by second. */
final class K6 {
  private static final ObjectMapper json = new ObjectMapper();

  private final Path folder;
  private final String secret;

  /** The summaries are left in the folder. */
  K6(Path folder, String secret) {
    this.folder = folder;
    this.secret = secret;
  }

  /** A run that was begun, and what it found once it has ended. */
  final class Running {
    private final String script;
    private final Process process;
    private final Path summary;
    private final int seconds;

    private Running(String script, Process process, Path summary, int seconds) {
      this.script = script;
      this.process = process;
      this.summary = summary;
      this.seconds = seconds;
    }

    boolean isAlive() {
      return process.isAlive();
    }

    /**
     * Waits for the end.
     *
     * @throws WrongResult when an answer was not what the script expects
     */
    Load ended() throws IOException, InterruptedException {
      String output = new String(process.getInputStream().readAllBytes());
      int status = process.waitFor();
      if (status != 0) {
        throw new WrongResult("load/" + script + ".js: k6 ended with " + status + "\n" + output);
      }
      return Load.of(json.readTree(summary.toFile()).path("metrics"), seconds);
    }
  }

  Load run(String script, URI target, int clients, int seconds, Map<String, Object> settings)
      throws IOException, InterruptedException {
    return start(script, target, clients, seconds, settings).ended();
  }

  Running start(String script, URI target, int clients, int seconds, Map<String, Object> settings)
      throws IOException {
    Path summary = folder.resolve("k6-" + script + ".json");
    List<String> command = new ArrayList<>(List.of("k6", "run", "--quiet", "--no-usage-report"));
    command.addAll(List.of("--no-color", "--address", "", "--summary-export", summary.toString()));
    settings.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
    command.addAll(List.of("-e", "BASE=" + target, "-e", "CLIENTS=" + clients));
    command.addAll(List.of("-e", "SECONDS=" + seconds));
    command.addAll(List.of("-e", "JWT_SECRET=" + secret, "load/" + script + ".js"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new Running(script, process, summary, seconds);
  }

  /** What a generator of load saw: requests a second, and milliseconds. */
  record Load(
      long requests,
      double rate,
      double p50,
      double p95,
      double p99,
      double max,
      List<Second> seconds,
      JsonNode metrics) {

    private static Load of(JsonNode metrics, int length) {
      List<Second> seconds =
          IntStream.range(0, length).mapToObj(each -> Second.of(metrics, each)).toList();
      JsonNode all = metrics.path("http_req_duration");
      return new Load(
          all.path("count").asLong(),
          seconds.stream().mapToLong(Second::requests).sum() / (double) length,
          all.path("med").asDouble(),
          all.path("p(95)").asDouble(),
          all.path("p(99)").asDouble(),
          all.path("max").asDouble(),
          seconds,
          metrics);
    }

    /** Of a trend of the script's own, in its unit. */
    double p99(String trend) {
      return metrics.path(trend).path("p(99)").asDouble();
    }

    /** A counter of the script's own, or how many values a trend has. */
    long count(String counter) {
      return metrics.path(counter).path("count").asLong();
    }
  }

  /** One second of a run; {@code available} is the percentage of answers that were as expected. */
  record Second(long requests, double p50, double p99, double available) {
    private static Second of(JsonNode metrics, int number) {
      JsonNode duration = metrics.path("http_req_duration{second:" + number + "}");
      JsonNode failed = metrics.path("http_req_failed{second:" + number + "}");
      return new Second(
          duration.path("count").asLong(),
          duration.path("med").asDouble(),
          duration.path("p(99)").asDouble(),
          100 * (1 - failed.path("value").asDouble()));
    }
  }
}
