package dev.lastseat.bootstrap.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.bootstrap.serverless.RuntimeApi.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code mvn -Plambda package} makes, run by the runtime of AWS. */
class ArchiveIT {
  private static final Path ARCHIVE = Project.ROOT.resolve("bootstrap/target/lastseat-lambda.zip");
  private static final long MOST_BYTES = 50L * 1024 * 1024;

  /** What AWS has there already, and what it needs itself. */
  private static final List<String> OF_AWS =
      List.of(
          "aws-lambda-java-runtime-interface-client", "aws-lambda-java-core",
          "aws-lambda-java-serialization", "utils-lite");

  @TempDir Path folder;

  private RuntimeApi aws;
  private @Nullable Process function;

  @BeforeEach
  void open() throws IOException {
    aws = new RuntimeApi();
    unpack(folder.resolve("task"));
  }

  @AfterEach
  void close() throws InterruptedException {
    if (function != null) {
      function.destroyForcibly().waitFor();
    }
    aws.close();
  }

  @Test
  void it_is_small_enough_to_be_uploaded() throws IOException {
    assertThat(Files.size(ARCHIVE)).isLessThan(MOST_BYTES);
  }

  @Test
  void it_serves_events() throws Exception {
    long began = System.nanoTime();
    function = run(embedded());

    assertThat(status(aws.invoke(list()))).isEqualTo(200);

    report("from the start to the first answer", began);
    assertThat(status(aws.invoke(list()))).isEqualTo(200);
    assertThat(aws.invoke(Shape.recorded("scheduled.json").toString()).path())
        .endsWith("/response");
    Result strange = aws.invoke("{\"Records\":[]}");
    assertThat(strange.path()).endsWith("/error");
    assertThat(strange.body()).contains("UnknownEvent", "it has the fields Records");
    assertThat(status(aws.invoke(list()))).isEqualTo(200);
  }

  @Test
  void a_snapshot_of_it_serves_once_it_is_restored() throws Exception {
    Map<String, String> settings = new HashMap<>(embedded());
    settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    function = run(settings);

    aws.awaitSnapshot();

    assertThat(folder.resolve("data/lastseat.db-wal")).doesNotExist();
    long began = System.nanoTime();
    assertThat(status(aws.invoke(list()))).isEqualTo(200);
    report("from being restored to the first answer", began);
    assertThat(folder.resolve("data/lastseat.db-wal")).exists();
  }

  @Test
  void it_serves_events_on_mongodb_and_redis() throws Exception {
    function = run(SharedEngines.settings());

    assertThat(status(aws.invoke(list()))).isEqualTo(200);
  }

  @Test
  void why_it_cannot_start_is_told() throws Exception {
    function = run(Map.of());

    Result failed = aws.next();

    assertThat(failed.path()).endsWith("/init/error");
    assertThat(failed.body()).contains("MONGODB_URI is not set", "EPHEMERAL_STORE=allowed");
  }

  private static void report(String what, long began) {
    long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    System.out.println("AWS Lambda: %d ms %s".formatted(millis, what));
  }

  private Map<String, String> embedded() {
    return Map.of("DATA_DIR", folder.resolve("data").toString(), "EPHEMERAL_STORE", "allowed");
  }

  private static String list() {
    return Shape.HTTP_API.event("GET", "/api/v1/events?limit=1", "", Map.of()).toString();
  }

  private static int status(Result result) throws IOException {
    assertThat(result.path()).as(result.body()).endsWith("/response");
    JsonNode answer = new ObjectMapper().readTree(result.body());
    return answer.path("statusCode").asInt();
  }

  /** With the options of AWS, from the folder that the archive was unpacked in. */
  private Process run(Map<String, String> engines) throws IOException {
    ProcessBuilder runtime =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-cp",
            classPathOfAws(),
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "dev.lastseat.lambda.LambdaHandler");
    Map<String, String> environment = runtime.environment();
    environment.keySet().removeAll(List.of("MONGODB_URI", "REDIS_URL"));
    environment.putAll(Function.settings(engines));
    environment.put("AWS_LAMBDA_RUNTIME_API", aws.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "lastseat");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "group");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
    return runtime.directory(folder.resolve("task").toFile()).inheritIO().start();
  }

  private static String classPathOfAws() {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .filter(jar -> OF_AWS.stream().anyMatch(jar::contains))
        .collect(Collectors.joining(":"));
  }

  private static void unpack(Path task) throws IOException {
    try (InputStream file = Files.newInputStream(ARCHIVE);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path = task.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(path.getParent());
          Files.copy(zip, path);
        }
      }
    }
  }
}
