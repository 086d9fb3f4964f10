package dev.lastseat.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.project.Project;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} and {@code Dockerfile} name what is there. */
class ContainersTest {
  private static final String COMPOSE = "docker-compose.yml";
  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Z0-9_]+)");
  private static final Pattern COPIED = Pattern.compile("(?m)^!([^*\n]+)$");
  private static final Pattern PACKED = Pattern.compile("(?<=\\s)(?:dev|docs)/[a-zA-Z./-]+");
  private static final Pattern SET = Pattern.compile("(?m)^ENV (.*)$");
  private static final Pattern HEALTH = Pattern.compile("(?m)^  CMD \\[(.*)]$");

  @TempDir Path data;

  @Test
  void compose_sets_only_what_the_program_reads() throws IOException {
    List<String> set = names(compose().at("/services/api/environment"));
    assertThat(set).isNotEmpty().isSubsetOf(KnownSettings.names());
  }

  @Test
  void compose_asks_only_for_settings() throws IOException {
    List<String> asked =
        Project.findings(COMPOSE, SUBSTITUTED).map((MatchResult found) -> found.group(1)).toList();
    assertThat(asked).isNotEmpty().isSubsetOf(KnownSettings.names());
  }

  @Test
  void compose_starts_the_api_when_all_that_it_needs_is_healthy() throws IOException {
    JsonNode services = compose().path("services");
    JsonNode needed = services.at("/api/depends_on");
    assertThat(names(needed)).containsExactlyInAnyOrder("mongo", "redis");
    for (String name : names(needed)) {
      assertThat(needed.at("/" + name + "/condition").asText()).isEqualTo("service_healthy");
      assertThat(services.path(name).has("healthcheck")).isTrue();
    }
  }

  @Test
  void what_is_copied_into_the_build_of_the_image_is_there() throws IOException {
    List<String> copied =
        Project.findings(".dockerignore", COPIED).map((MatchResult one) -> one.group(1)).toList();
    assertThat(copied).isNotEmpty().allMatch(file -> Files.exists(Project.ROOT.resolve(file)));
  }

  @Test
  void what_is_packed_into_the_archive_is_there_when_the_image_is_built() throws IOException {
    List<String> copied =
        Project.findings(".dockerignore", COPIED).map((MatchResult one) -> one.group(1)).toList();
    assertThat(Project.findings("dev/dist", PACKED).map(MatchResult::group))
        .contains("docs/deploy/lastseat.service", "dev/memory")
        .allMatch(file -> copied.stream().anyMatch(file::startsWith));
  }

  @Test
  void the_image_sets_only_what_the_program_or_its_launcher_reads() throws IOException {
    Set<String> known = KnownSettings.names();
    known.add("JAVA_OPTS");
    assertThat(
            Project.findings("Dockerfile", SET)
                .flatMap(line -> Stream.of(line.group(1).split(" "))))
        .isNotEmpty()
        .allMatch(assignment -> known.contains(assignment.split("=")[0]));
  }

  @Test
  void the_image_is_healthy_while_the_program_lives() throws Exception {
    int port;
    try (Lastseat lastseat =
        Lastseat.start(Settings.from(Map.of("PORT", "0", "DATA_DIR", data.toString())))) {
      port = lastseat.uri().getPort();
      assertThat(healthCheck(port)).isZero();
    }
    assertThat(healthCheck(port)).isNotZero();
  }

  private int healthCheck(int port) throws Exception {
    String check = Project.findings("Dockerfile", HEALTH).findFirst().orElseThrow().group(1);
    ProcessBuilder command =
        new ProcessBuilder(new ObjectMapper().readValue("[" + check + "]", String[].class));
    command.environment().put("PORT", Integer.toString(port));
    return command.start().waitFor();
  }

  private static JsonNode compose() throws IOException {
    Object tree = new Yaml().load(Files.readString(Project.ROOT.resolve(COMPOSE)));
    return new ObjectMapper().valueToTree(tree);
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }
}
