package dev.lastseat.bootstrap.project;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
          "dev/memory",
          "dev/jdk",
          "dev/native",
          "dev/jvm.options",
          "dev/Training.java",
          "dev/dist",
          "dev/lastseat-installed",
          "docs/deploy/lastseat.service",
          ".env.example",
          "LICENSE",
          "load/browse.js",
          "load/check-ins.js",
          "load/hot-event.js",
          "load/hot-event.lua",
          "load/last-seats.js",
          "load/lastseat.js",
          "load/log-ins.js",
          "load/sold-out.js");

  /** Where the build puts the program. */
  private static final String BUILT = "bootstrap/target";

  private static final String JAR = BUILT + "/lastseat.jar";
  private static final Predicate<Path> PROGRAM =
      file -> file.toString().matches("lastseat(-\\d+)?\\.(jar|aot)|lib/.*");

  /** What the built program does not have, so that it must do without it here too. */
  private static final Pattern OF_TESTS = Pattern.compile("(test-classes|-test|-tests\\.jar)$");

  /** For a rehearsal that takes seconds, where {@code dev/Training.java} runs. */
  public static final Map<String, String> SHORT_TRAINING =
      Map.of("JDK_JAVA_OPTIONS", "-Dtraining.bookings=8");

  /** Makes it in an empty folder, with the program of the shared one. */
  public static Checkout in(Path folder) throws IOException {
    copyScripts(folder);
    copyProgram(shared().folder(), folder);
    return new Checkout(folder);
  }

  /** The jars and the AOT cache, which knows them by their size and time. */
  private static void copyProgram(Path from, Path to) throws IOException {
    Path built = from.resolve(BUILT);
    try (Stream<Path> files = Files.walk(built, 2)) {
      for (Path file : files.filter(one -> PROGRAM.test(built.relativize(one))).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(
            file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void copyScripts(Path folder) throws IOException {
    for (String file : FILES) {
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(
          Project.ROOT.resolve(file),
          copy,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    }
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

  /** Jars beside the first one, as the built program has them: of others no AOT cache is made. */
  private static List<String> classPath(Path lib) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (OF_TESTS.matcher(entry).find()) {
        continue;
      }
      Path path = Path.of(entry);
      String name = path.getFileName().toString().replaceFirst("\\.jar$", "");
      Path jar = lib.resolve("%02d-%s.jar".formatted(entries.size(), name));
      if (Files.isDirectory(path)) {
        pack(path, jar);
      } else {
        Files.copy(path, jar, StandardCopyOption.REPLACE_EXISTING);
      }
      entries.add(lib.getFileName() + "/" + jar.getFileName());
    }
    return entries;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream file = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        file.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
        Files.copy(path, file);
      }
    }
  }

  /** The one of all tests that need none of their own, in the build folder. */
  public static Checkout shared() {
    return Shared.CHECKOUT;
  }

  private static final class Shared {
    static final Checkout CHECKOUT = make();

    /** As the build leaves it, which ends by making the AOT cache; or the one that runs here. */
    private static Checkout make() {
      try {
        Checkout checkout = new Checkout(Project.ROOT.resolve("bootstrap/target/checkout"));
        copyScripts(checkout.folder());
        if (System.getProperty("java.class.path").startsWith(JAR)) {
          copyProgram(Project.ROOT, checkout.folder());
        } else {
          writeJar(checkout.folder().resolve(JAR));
        }
        try (Terminal build = checkout.type("./lastseat build", SHORT_TRAINING)) {
          build.rest();
        }
        return checkout;
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }
}
