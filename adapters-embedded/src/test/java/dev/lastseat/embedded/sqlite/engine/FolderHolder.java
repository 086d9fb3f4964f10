package dev.lastseat.embedded.sqlite.engine;

import java.io.IOException;
import java.nio.file.Path;

/** A process that opens a folder and keeps it until it is killed or its input ends. */
final class FolderHolder {
  static final String READY = "ready";

  private FolderHolder() {}

  static Process spawn(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FolderHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    try (DataFolder _ = DataFolder.open(Path.of(arguments[0]))) {
      System.out.println(READY);
      while (System.in.read() >= 0) {
        // Waits for the end of the input.
      }
    }
  }
}
