package dev.lastseat.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * Which engine was taken, if any. Says so on standard output, and in {@code target/engines} of the
 * module under test, where {@code dev/tally} reads it.
 */
record Resolution(String kind, Optional<Engine> engine) {
  static final Path FOLDER = Path.of("target", "engines");

  /** The first source that has an engine is taken. */
  static Resolution of(String kind, List<Supplier<Optional<Engine>>> sources) {
    return of(kind, sources, FOLDER);
  }

  static Resolution of(String kind, List<Supplier<Optional<Engine>>> sources, Path folder) {
    Optional<Engine> engine =
        sources.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    Resolution resolution = new Resolution(kind, engine);
    resolution.announce(folder);
    return resolution;
  }

  private String line() {
    return kind + ": " + engine.map(Engine::source).orElse("none");
  }

  private void announce(Path folder) {
    System.out.println("engine " + line());
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(kind + ".txt"), line() + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot note the engine in " + folder, failed);
    }
  }

  String uriOrSkip() {
    return engine
        .map(Engine::uri)
        .orElseGet(
            () ->
                Assumptions.abort(
                    "SKIPPED, NOT TESTED: no engine for %s; see engines in CONTRIBUTING.md"
                        .formatted(kind)));
  }
}
