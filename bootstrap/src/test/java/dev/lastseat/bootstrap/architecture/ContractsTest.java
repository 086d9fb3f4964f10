package dev.lastseat.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every port has a contract, which its fake runs and at least one adapter. */
class ContractsTest {
  private static final Pattern INTERFACE = Pattern.compile("(?m)^public interface (\\w+)");
  private static final List<String> CORE = List.of("domain", "application");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_port_has_a_contract_that_its_fake_and_an_adapter_run()
      throws IOException {
    List<String> ports = ports(Project.ROOT);
    assertThat(ports).contains("Bookings", "RateLimiter");
    return ports.stream()
        .map(
            port ->
                DynamicTest.dynamicTest(
                    port,
                    () -> assertThat(runners(Project.ROOT, port)).contains("fake", "adapter")));
  }

  @Test
  void a_port_without_a_contract_is_found() throws IOException {
    write("domain/src/main/java/port/Orders.java", "public interface Orders {}");
    write("domain/src/test/java/fake/FakesTest.java", "class A extends OrdersContract {}");
    assertThat(ports(folder)).containsExactly("Orders");
    assertThat(runners(folder, "Orders")).containsExactly("fake");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<String> ports(Path root) throws IOException {
    List<String> ports = new ArrayList<>();
    for (Path file : sources(root, "main")) {
      if (file.toString().contains("/port/")) {
        INTERFACE
            .matcher(Files.readString(file))
            .results()
            .forEach(port -> ports.add(port.group(1)));
      }
    }
    return ports;
  }

  private static List<String> runners(Path root, String port) throws IOException {
    Pattern runs = Pattern.compile("extends " + port + "Contract\\b");
    List<String> runners = new ArrayList<>();
    for (Path file : sources(root, "test")) {
      if (runs.matcher(Files.readString(file)).find()) {
        runners.add(
            CORE.contains(root.relativize(file).getName(0).toString()) ? "fake" : "adapter");
      }
    }
    return runners;
  }

  private static List<Path> sources(Path root, String kind) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.toList()) {
        Path java = module.resolve("src").resolve(kind).resolve("java");
        if (Files.isDirectory(java)) {
          try (Stream<Path> files = Files.walk(java)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    return sources;
  }
}
