package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.e2e.SharedEngines;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.bootstrap.project.Terminal;
import dev.lastseat.lambda.LambdaHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What docs/deploy.md says can be done, and the files that it names. */
class DeployTest {
  private static final String PAGE = "docs/deploy.md";
  private static final String UNIT = "docs/deploy/lastseat.service";
  private static final String PROGRAM = "/opt/lastseat/bin/lastseat";
  private static final Pattern SET = Pattern.compile("(?m)^Environment=(.*)$");
  private static final Pattern JAVA = Pattern.compile("<java.release>(\\d+)</java.release>");

  /** Other tests use up the limits of this address in the same Redis. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "LOG_LEVEL", "error",
          "RATE_LIMIT_REQUESTS", "1000000",
          "AUTH_RATE_LIMIT_REQUESTS", "1000000");

  @TempDir Path folder;

  @Test
  void two_instances_know_the_same_users_and_each_goes_on_alone() throws Exception {
    Map<String, String> engines = SharedEngines.settings();
    List<Step> steps = Step.of(PAGE, "Several instances");
    assertThat(steps).hasSize(2);
    String script = steps.stream().map(Step::commands).collect(Collectors.joining("\n"));
    for (String port : List.of("8081", "8082")) {
      script = script.replace(port, freePort());
    }
    script =
        script
            .replace(
                "mongodb://localhost:27017/lastseat?replicaSet=rs0", engine(engines, "MONGODB_URI"))
            .replace("redis://localhost:6379", engine(engines, "REDIS_URL"));
    try (Terminal typed = Checkout.in(folder).type(script, SETTINGS)) {
      String output = typed.rest();
      assertThat(typed.status()).as(output).isZero();
      assertThat(output.lines().filter(line -> line.contains("Lastseat listens"))).hasSize(2);
      assertThat(output.lines().filter(line -> line.contains("\"status\":\"up\""))).hasSize(2);
      assertThat(output.lines().filter(line -> line.contains("\"email\":\"admin@example.com\"")))
          .hasSize(1);
    }
  }

  private static String engine(Map<String, String> engines, String name) {
    return engines.getOrDefault(name, "");
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  @Test
  void compose_is_given_secrets_that_are_long_enough() throws Exception {
    String commands = Step.of(PAGE, "Compose").getFirst().commands();
    assertThat(commands).contains("docker compose up");
    String made = commands.replaceFirst("(?m)^docker .*$", "cat .env");
    try (Terminal typed = Checkout.in(folder).type(made, Map.of())) {
      List<String> lines = typed.rest().lines().toList();
      assertThat(lines).hasSize(3).allMatch(line -> line.split("=", 2)[1].length() >= 32);
      assertThat(lines.stream().map(line -> line.split("=", 2)[0]))
          .isSubsetOf(KnownSettings.names());
    }
  }

  @Test
  void systemd_understands_every_line_of_the_unit() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "there is no systemd");
    String unit = Files.readString(Project.ROOT.resolve(UNIT));
    assertThat(unit).contains("ExecStart=" + PROGRAM + " serve\n");
    assertThat(verified(unit)).isEmpty();
    assertThat(verified(unit.replace("UMask", "Umask"))).contains("Umask");
  }

  /** With a program that is here, for it looks for that too. */
  private String verified(String unit) throws Exception {
    Path file = folder.resolve("lastseat.service");
    Files.writeString(file, unit.replace(PROGRAM, "/bin/true"));
    Process verify =
        new ProcessBuilder("systemd-analyze", "verify", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = verify.inputReader().lines().collect(Collectors.joining("\n"));
    verify.waitFor();
    return said;
  }

  @Test
  void the_unit_sets_only_what_the_program_reads() throws IOException {
    assertThat(
            Project.findings(UNIT, SET)
                .flatMap(line -> Stream.of(line.group(1).split(" ")))
                .map(assignment -> assignment.split("=")[0]))
        .hasSize(3)
        .isSubsetOf(KnownSettings.names());
  }

  @Test
  void what_looks_after_the_store_is_run_as_the_unit_is() throws IOException {
    String commands = Step.of(PAGE, "A server of your own").get(1).commands();
    for (String line :
        List.of("User=(.*)", "EnvironmentFile=-(.*)", "Environment=(DATA_DIR=\\S+).*")) {
      assertThat(
              Project.findings(UNIT, Pattern.compile("(?m)^" + line + "$")).map(it -> it.group(1)))
          .singleElement(STRING)
          .matches(value -> commands.contains("=" + value) || commands.contains("=-" + value));
    }
    assertThat(commands).contains(PROGRAM + " \"$@\"");
  }

  @Test
  void the_template_names_the_handler_and_the_archive_that_are_made() throws IOException {
    JsonNode function = template().at("/Resources/Lastseat/Properties");

    assertThat(function.path("Handler").asText()).isEqualTo(LambdaHandler.class.getName());
    assertThat(Project.ROOT.resolve("docs/deploy").resolve(function.path("CodeUri").asText()))
        .isEqualTo(Project.ROOT.resolve("docs/deploy/../../bootstrap/target/lastseat-lambda.zip"));
    assertThat(Project.findings("pom.xml", JAVA).map(java -> "java" + java.group(1)))
        .containsExactly(function.path("Runtime").asText());
    assertThat(function.at("/Events/Api/Properties/PayloadFormatVersion").asText())
        .isEqualTo("2.0");
    assertThat(function.at("/Events/Sweep/Type").asText()).isEqualTo("Schedule");
  }

  @Test
  void the_template_sets_only_what_the_program_reads_and_asks_for_what_it_uses()
      throws IOException {
    JsonNode template = template();
    JsonNode set = template.at("/Resources/Lastseat/Properties/Environment/Variables");

    assertThat(names(set)).contains("MONGODB_URI", "ADMIN_PASSWORD");
    assertThat(names(set)).isSubsetOf(KnownSettings.names());
    assertThat(template.path("Resources").findValuesAsText("Ref"))
        .containsExactlyInAnyOrderElementsOf(names(template.path("Parameters")));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode template() throws IOException {
    String yaml = Files.readString(Project.ROOT.resolve("docs/deploy/lambda.yaml"));
    return new ObjectMapper().valueToTree(new Yaml().load(yaml));
  }
}
