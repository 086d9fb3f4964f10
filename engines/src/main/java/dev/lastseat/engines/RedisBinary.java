package dev.lastseat.engines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A redis-server that runs on this machine.
 *
 * @param source where it came from, and its version
 */
record RedisBinary(String source, Path path) {
  private static final Pattern VERSION = Pattern.compile("v=([\\d.]+)");

  /** The one of embedded-redis, or else that of the PATH. */
  static Optional<RedisBinary> find() {
    return Stream.concat(embedded().stream(), onPath()).findFirst();
  }

  /** It links to libraries of the system, so that it may be there and yet not run. */
  private static Optional<RedisBinary> embedded() {
    try {
      Files.createDirectories(Resolution.FOLDER);
      File folder = Resolution.FOLDER.toFile();
      return runnable(
          "embedded-redis", ExecutableProvider.newJarResourceProvider(folder).get().toPath());
    } catch (IOException | RuntimeException absent) {
      return Optional.empty();
    }
  }

  private static Stream<RedisBinary> onPath() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .flatMap(path -> runnable("redis-server", path).stream());
  }

  private static Optional<RedisBinary> runnable(String source, Path path) {
    try {
      Process process =
          new ProcessBuilder(List.of(path.toAbsolutePath().toString(), "--version")).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.find()
          ? Optional.of(new RedisBinary(source + " " + version.group(1), path.toAbsolutePath()))
          : Optional.empty();
    } catch (IOException notForThisMachine) {
      return Optional.empty();
    }
  }
}
