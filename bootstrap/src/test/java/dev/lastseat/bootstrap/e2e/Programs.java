package dev.lastseat.bootstrap.e2e;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.command.VerifyCommand;
import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, started in this process or in one of its own. */
public final class Programs {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+:\\d+");

  private Programs() {}

  static Lastseat start(Map<String, String> settings) {
    return Lastseat.start(Settings.from(settings));
  }

  /**
   * Holds what the store has against the facts, as {@code ./lastseat verify} does; instances may
   * run on it meanwhile.
   *
   * @throws AssertionError when there is a difference, and tells which
   */
  static void verify(Path data, Map<String, String> settings) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    if (!new VerifyCommand(Settings.from(in(data, settings)), out).run(List.of())) {
      throw new AssertionError("verify: " + told.toString(StandardCharsets.UTF_8));
    }
  }

  /** The program as {@code ./lastseat serve} starts it. */
  static Process spawn(Path data, Map<String, String> settings) throws IOException {
    Map<String, String> all = in(data, settings);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    Path launcher = Checkout.shared().folder().resolve("lastseat");
    return start(new ProcessBuilder(launcher.toString(), "serve"), all);
  }

  private static Map<String, String> in(Path data, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("DATA_DIR", data.toAbsolutePath().toString());
    return all;
  }

  /** Some class with its arguments, in a process of its own. */
  public static Process run(String classPath, Map<String, String> environment, String... main)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath));
    command.addAll(List.of(main));
    return start(new ProcessBuilder(command), environment);
  }

  /** Engines that this machine has for tests are used by those only that say so. */
  public static Process start(ProcessBuilder program, Map<String, String> environment)
      throws IOException {
    program.environment().keySet().removeAll(Set.of("MONGODB_URI", "REDIS_URL"));
    program.environment().putAll(environment);
    return program.start();
  }

  /** Waits for the line that says where the program listens; what it says then is dropped. */
  public static URI address(Process program) throws IOException {
    return address(program, _ -> {});
  }

  /** The same, for whoever wants to know what it says then. */
  static URI address(Process program, Consumer<String> later) throws IOException {
    BufferedReader output = program.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> readOn(output, later));
        return URI.create(matcher.group());
      }
    }
    String error = String.join("\n", program.errorReader().lines().toList());
    throw new AssertionError("the program ended without an address: " + error);
  }

  /** Or else it would wait once the pipe is full. */
  private static void readOn(BufferedReader output, Consumer<String> later) {
    try (output) {
      output.lines().forEach(later);
    } catch (IOException | UncheckedIOException ended) {
      // There is nothing more to read.
    }
  }
}
