package dev.lastseat.bootstrap.project;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A folder in which the commands of the documents can be typed as they stand, and the program is
 * started by its launcher: it has the scripts of the project and a jar of the program under test.
 */
public record Checkout(Path folder) {
  private static final List<String> FILES =
      List.of(
          "lastseat",
          "dev/demo",
          "dev/jdk",
          ".env.example",
          "load/browse.js",
          "load/hot-event.js",
          "load/hot-event.lua",
          "load/last-seats.js",
          "load/lastseat.js",
          "load/log-ins.js",
          "load/sold-out.js");

  /** What the built program does not have, so that it must do without it here too. */
  private static final Pattern OF_TESTS = Pattern.compile("(test-classes|-test|-tests\\.jar)$");

  /** Makes it, or makes it anew. */
  public static Checkout in(Path folder) throws IOException {
    for (String file : FILES) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(
          Project.ROOT.resolve(file),
          copy,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    }
    writeJar(folder.resolve("bootstrap/target/lastseat.jar"));
    return new Checkout(folder);
  }

  /** Types a command, with these settings and no other ones of Lastseat. */
  public Terminal type(String command, Map<String, String> settings) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", command);
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("PATH", System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Terminal(builder.directory(folder.toFile()).redirectErrorStream(true).start());
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "dev.lastseat.bootstrap.Main");
    Path lib = Files.createDirectories(jar.resolveSibling("lib"));
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", classPath(lib)));
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  /** Jars only, as the built program has them: of folders the JVM makes no archive of classes. */
  private static List<String> classPath(Path lib) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (OF_TESTS.matcher(entry).find()) {
        continue;
      }
      Path path = Path.of(entry);
      Path jar = Files.isDirectory(path) ? pack(path, lib, entries.size()) : path;
      entries.add(jar.toUri().toString());
    }
    return entries;
  }

  private static Path pack(Path classes, Path lib, int number) throws IOException {
    Path jar = lib.resolve("classes-" + number + ".jar");
    try (JarOutputStream file = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        file.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
        Files.copy(path, file);
      }
    }
    return jar;
  }

  /** The one of all tests that need none of their own, in the build folder. */
  public static Checkout shared() {
    return Shared.CHECKOUT;
  }

  private static final class Shared {
    static final Checkout CHECKOUT = make();

    private static Checkout make() {
      try {
        return in(Project.ROOT.resolve("bootstrap/target/checkout"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
