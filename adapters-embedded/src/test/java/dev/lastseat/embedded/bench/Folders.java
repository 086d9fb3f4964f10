package dev.lastseat.embedded.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are there for one measurement. */
public final class Folders {
  private Folders() {}

  /** What is measured in a folder. */
  public interface Measurement<T, E extends Exception> {
    T in(Path folder) throws E;
  }

  public static <T, E extends Exception> T with(Measurement<T, E> measurement)
      throws IOException, E {
    Path folder = Files.createTempDirectory("lastseat-bench");
    try {
      return measurement.in(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : List.copyOf(files.toList())) {
        Files.delete(file);
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    Files.delete(folder);
  }
}
