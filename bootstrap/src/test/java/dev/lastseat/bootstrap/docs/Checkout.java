package dev.lastseat.bootstrap.docs;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder in which the commands of the documents can be typed as they stand: it has the scripts of
 * the project, and a jar that stands for the built one and leads to the classes under test.
 */
record Checkout(Path folder) {
  private static final List<String> SCRIPTS = List.of("lastseat", "dev/demo", "dev/jdk");

  static Checkout in(Path folder) throws IOException {
    for (String script : SCRIPTS) {
      Path copy = folder.resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(Project.ROOT.resolve(script), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    writeJar(folder.resolve("bootstrap/target/lastseat.jar"));
    return new Checkout(folder);
  }

  /** Types a command, with these settings and no other ones of Lastseat. */
  Terminal type(String command, Map<String, String> settings) throws IOException {
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
    attributes.put(Attributes.Name.CLASS_PATH, classPath());
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    Files.createDirectories(jar.resolveSibling("lib"));
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static String classPath() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }
}
