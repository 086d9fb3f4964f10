package dev.lastseat.embedded.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are there for one measurement. */
public final class Folders {
  private Folders() {}

  /** What is measured in a folder. */
  public interface Measurement<T, E extends Exception> {
    T in(Path folder) throws E;
  }

  /** Among the temporary files of the machine, which may be in its memory. */
  public static <T, E extends Exception> T with(Measurement<T, E> measurement)
      throws IOException, E {
    return with(Path.of(System.getProperty("java.io.tmpdir")), measurement);
  }

  /** In a folder that is there already. */
  public static <T, E extends Exception> T with(Path parent, Measurement<T, E> measurement)
      throws IOException, E {
    Path folder = Files.createTempDirectory(parent, "lastseat-bench");
    try {
      return measurement.in(folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
