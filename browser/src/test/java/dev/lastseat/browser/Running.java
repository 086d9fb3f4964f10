package dev.lastseat.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a process of its own, which has said where it listens. */
record Running(Process process, String address) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://[^\\s\"]+:\\d+");

  /** Lastseat, with the classes of this test. */
  static Running lastseat(Map<String, String> settings) throws IOException {
    return start(
        settings,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", // it does not live long
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.lastseat.bootstrap.Main");
  }

  static Running start(Map<String, String> settings, String... command) throws IOException {
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().keySet().removeAll(Set.of("MONGODB_URI", "REDIS_URL"));
    program.environment().putAll(settings);
    Process process = program.start();
    BufferedReader output = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofVirtual().start(() -> readOn(output));
        return new Running(process, address.group());
      }
      said.append(line).append('\n');
    }
    throw new AssertionError(String.join(" ", command) + " ended: " + said);
  }

  /** So that it is never held up by what nobody reads. */
  private static void readOn(BufferedReader output) {
    try (output) {
      while (output.readLine() != null) {
        // it goes on
      }
    } catch (IOException killed) {
      throw new UncheckedIOException(killed);
    }
  }

  /** What it says to everybody. */
  String read() throws IOException {
    try (InputStream page = URI.create(address).toURL().openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** At once, as by {@code kill -9}. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
