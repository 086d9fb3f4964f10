package dev.lastseat.bootstrap.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** A program that makes load. */
enum Tool {
  K6,
  WRK;

  boolean isInstalled() {
    String command = name().toLowerCase(Locale.ROOT);
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
