package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.e2e.BoxOffice;
import dev.lastseat.bootstrap.e2e.Programs;
import dev.lastseat.mongo.BareInserts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program in a process of its own, as {@code ./lastseat serve} starts it: with its defaults,
 * but for rate limits, which would stop a load that comes from one address.
 */
final class Program implements AutoCloseable {
  static final String SECRET = "known to the benchmarks, which sign tokens with it";

  static final Map<String, String> SETTINGS =
      Map.of(
          "PORT", "0",
          "JWT_SECRET", SECRET,
          "JWT_REFRESH_SECRET", SECRET,
          "RATE_LIMIT_REQUESTS", "1000000",
          "AUTH_RATE_LIMIT_REQUESTS", "1000000",
          "ADMIN_EMAIL", BoxOffice.ADMIN_EMAIL,
          "ADMIN_PASSWORD", BoxOffice.ADMIN_PASSWORD,
          // What .env says is not meant for this.
          "MONGODB_URI", "",
          "REDIS_URL", "");

  private static final Pattern PLACE = Pattern.compile("\\d+");
  private static final Pattern PLACES = Pattern.compile("\"places\":\\[([\\d,]*)]");

  private final Process process;
  private final URI address;
  private final BoxOffice office;
  private final String mongodb;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Duration firstAnswer;

  private Program(Process process, String mongodb, long began)
      throws IOException, InterruptedException {
    this.process = process;
    this.mongodb = mongodb;
    address = Programs.address(process);
    get("/events", "application/json");
    firstAnswer = Duration.ofNanos(System.nanoTime() - began);
    office = new BoxOffice(address);
  }

  /** With its file in the folder, unless the settings name other stores. */
  static Program start(Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(SETTINGS);
    all.putAll(settings);
    all.put("DATA_DIR", data.toAbsolutePath().toString());
    all.put("JWT_SECRET", SECRET);
    long began = System.nanoTime();
    Process process = Programs.start(new ProcessBuilder("./lastseat", "serve"), all);
    try {
      return new Program(process, all.getOrDefault("MONGODB_URI", ""), began);
    } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  URI address() {
    return address;
  }

  /** Puts an event on sale; answers its id. */
  String event(int places) {
    return office.event(places, 1_000);
  }

  /** Somebody buys a ticket of it. */
  void sell(String event) {
    office.sell(event);
  }

  /** Has an address told of all that is bought from now on. */
  void tell(URI receiver) {
    office.listen(receiver, "booking.confirmed");
  }

  /** How long it took from the start of the command to the first answer. */
  Duration firstAnswer() {
    return firstAnswer;
  }

  /** Of all processors since it started. */
  Duration cpuTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  long residentMegabytes() throws IOException {
    return residentKilobytes() / 1024;
  }

  long residentKilobytes() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    try (var output = ps.inputReader()) {
      return Long.parseLong(output.readLine().strip());
    }
  }

  /**
   * Reads all confirmed bookings of an event.
   *
   * @throws WrongResult when one of them is sold twice, or they are not as many as expected
   */
  void audit(String event, long atLeast, long atMost) throws IOException, InterruptedException {
    BitSet sold = new BitSet();
    String list = "/bookings?all=true&status=confirmed&eventId=" + event;
    get(list, "application/x-ndjson", "Authorization", "Bearer " + office.adminToken())
        .flatMap(line -> PLACES.matcher(line).results())
        .flatMap(places -> PLACE.matcher(places.group(1)).results())
        .mapToInt(place -> Integer.parseInt(place.group()))
        .forEach(
            place -> {
              if (sold.get(place)) {
                throw new WrongResult("place " + place + " of event " + event + " is sold twice");
              }
              sold.set(place);
            });
    int count = sold.cardinality();
    if (count < atLeast || count > atMost) {
      throw new WrongResult(
          "%d places of event %s are sold: %d to %d were acknowledged"
              .formatted(count, event, atLeast, atMost));
    }
  }

  /** The lines of an answer. */
  private Stream<String> get(String path, String type, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path));
    request.header("Accept", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new WrongResult("GET " + path + ": " + response.statusCode());
    }
    return response.body();
  }

  /** A database of its own goes with it. */
  @Override
  public void close() throws IOException, InterruptedException {
    client.shutdownNow();
    office.close();
    process.destroy();
    process.waitFor();
    if (!mongodb.isEmpty()) {
      BareInserts.drop(mongodb);
    }
  }
}
