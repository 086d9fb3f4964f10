import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the AOT cache (JEP 483, 514, 515): starts the program, lets a crowd book as on the day when
 * a sale opens, and come in, and stops it. What the JVM learned then, it knows at the next start:
 * which classes there are, and which methods are worth compiling first.
 *
 * <p>{@code java dev/Training.java CACHE COMMAND...}, where COMMAND is how the program is started.
 */
final class Training {
  private static final int CLIENTS = 32;

  /**
   * Fewer where only the classes are wanted, and not what a long sale would tell of the methods.
   */
  private static final int BOOKINGS_EACH = Integer.getInteger("training.bookings", 200);

  private static final String PASSWORD = "only for the training run";
  private static final String ADMIN = "admin@training.test";

  /** Log-ins are trained with the cheapest hash, and nobody is limited. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "HOST", "127.0.0.1",
          "PORT", "0",
          "ADMIN_EMAIL", ADMIN,
          "ADMIN_PASSWORD", PASSWORD,
          "BCRYPT_ROUNDS", "4",
          "RATE_LIMIT_REQUESTS", "1000000",
          "AUTH_RATE_LIMIT_REQUESTS", "1000000");

  private static final Pattern ADDRESS = Pattern.compile("listens on (http://\\S+)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String api;

  private Training(String address) {
    this.api = address + "/api/v1";
  }

  public static void main(String[] arguments) throws Exception {
    Path cache = Path.of(arguments[0]).toAbsolutePath();
    List<String> command = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
    Path work = Files.createTempDirectory(cache.getParent(), "training");
    try {
      Path made = work.resolve("cache");
      command.add(1, "-XX:AOTCacheOutput=" + made);
      run(command, work.resolve("data"));
      Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      try (Stream<Path> files = Files.walk(work)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** The JVM writes the cache when it ends. */
  private static void run(List<String> command, Path data) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(SETTINGS);
    builder.environment().put("DATA_DIR", data.toString());
    Process program = builder.start();
    try {
      BufferedReader output = program.inputReader();
      Training training = new Training(address(output));
      Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
      training.sell();
      // Process.destroy would close the pipe to which the JVM still writes.
      program.toHandle().destroy();
      program.waitFor();
    } finally {
      program.destroyForcibly();
    }
  }

  private static String address(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return address.group(1);
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("the program did not start:\n" + said);
  }

  private void sell() throws Exception {
    String admin = logIn(ADMIN);
    String event =
        field(
            "id",
            post(
                "/events",
                admin,
                """
                {"name": "Training", "venue": "Hall", "date": "2999-01-01T20:00:00Z",
                 "totalTickets": 100000, "price": 10.00, "confirmedBy": "buyer", "maxTicketsPerUser": 1000}
                """));
    post("/events/" + event + "/publish", admin, "");
    String door =
        field("id", post("/events/" + event + "/checkin-lists", admin, "{\"name\": \"Door\"}"));
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> clients = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        String email = "user" + client + "@training.test";
        clients.add(crowd.submit(() -> buy(email, event, admin, door)));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Void buy(String email, String event, String staff, String door) throws Exception {
    String account = "{\"email\": \"%s\", \"password\": \"%s\", \"name\": \"Somebody\"}";
    post("/auth/register", "", account.formatted(email, PASSWORD));
    String user = logIn(email);
    for (int turn = 0; turn < BOOKINGS_EACH; turn++) {
      String booking = "{\"eventId\": \"%s\", \"quantity\": 1, \"hold\": %s}";
      String id = field("id", post("/bookings", user, booking.formatted(event, turn % 8 == 7)));
      switch (turn % 8) {
        case 7 -> patch("/bookings/" + id + "/confirm", user);
        case 6 -> patch("/bookings/" + id + "/cancel", user);
        case 5 -> letIn(field("code", get("/bookings/" + id + "/tickets", user)), staff, door);
        case 4 -> get("/events/" + event, user);
        case 3 -> get("/events/" + event + "/availability", user);
        case 2 -> get("/events?limit=20", user);
        case 1 -> get("/bookings/" + id, user);
        default -> {
          get("/bookings", user);
          get("/events?search=train", user);
        }
      }
    }
    return null;
  }

  private void letIn(String code, String staff, String door) throws Exception {
    String scan = "{\"list\": \"%s\", \"code\": \"%s\", \"nonce\": \"%s\"}";
    post("/checkins", staff, scan.formatted(door, code, UUID.randomUUID()));
  }

  private String logIn(String email) throws Exception {
    String account = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
    return field("accessToken", post("/auth/login", "", account));
  }

  private String get(String path, String token) throws Exception {
    return send("GET", path, token, BodyPublishers.noBody());
  }

  private String post(String path, String token, String body) throws Exception {
    return send("POST", path, token, BodyPublishers.ofString(body));
  }

  private String patch(String path, String token) throws Exception {
    return send("PATCH", path, token, BodyPublishers.noBody());
  }

  private String send(String method, String path, String token, BodyPublisher body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.uri() + ": " + answer.body());
    }
    return answer.body();
  }

  private static String field(String name, String json) {
    Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return field.group(1);
  }
}
