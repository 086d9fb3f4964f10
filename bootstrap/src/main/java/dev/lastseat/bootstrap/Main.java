package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.command.AdminCommand;
import dev.lastseat.bootstrap.command.Backup;
import dev.lastseat.bootstrap.command.RebuildCommand;
import dev.lastseat.bootstrap.command.VerifyCommand;
import dev.lastseat.bootstrap.logging.Logging;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.http.UnusablePort;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts Lastseat with the settings of the environment, and stops it on SIGTERM; or backs its store
 * up, verifies it, looks after its admins, or counts its sales again.
 */
public final class Main {
  private static final int FAILURE = 1;
  private static final int MISUSE = 2;

  /** More than all parts of an orderly stop may take together. */
  private static final Duration STOP = Duration.ofSeconds(30);

  private static final Logger log = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) {
    Logging.configure(Settings.Log.DEFAULT);
    try {
      run(Settings.from(System.getenv()), List.of(arguments));
    } catch (StartFailure | UnusableStore | StoreUnavailable | UnusablePort failure) {
      System.err.println(failure.getMessage());
      System.exit(FAILURE);
    }
  }

  private static void run(Settings settings, List<String> words) {
    String word = words.isEmpty() ? "" : words.getFirst();
    List<String> operands = words.subList(Math.min(1, words.size()), words.size());
    if (words.isEmpty()) {
      serve(settings);
    } else if (word.equals("backup") && operands.size() == 1) {
      backup(settings).write(file(operands.getFirst()));
    } else if (word.equals("restore") && operands.size() == 1) {
      backup(settings).restore(file(operands.getFirst()));
    } else if (word.equals("verify")) {
      verify(settings, operands);
    } else if (word.equals("admin") && AdminCommand.knows(operands)) {
      new AdminCommand(settings, System.out).run(operands);
    } else if (words.equals(List.of("rebuild", "analytics"))) {
      new RebuildCommand(settings, System.out).run();
    } else {
      misused(words);
    }
  }

  /** Java takes an empty name for the folder that the program was started in. */
  private static Path file(String name) {
    if (name.isEmpty()) {
      throw new StartFailure("'' is no name of a file");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException bad) {
      throw new StartFailure("'" + name + "' is no name of a file: " + bad.getReason(), bad);
    }
  }

  private static void misused(List<String> words) {
    System.err.println(
        """
        lastseat takes no arguments but 'backup FILE', 'restore FILE', \
        'verify [CHECKPOINT...]', 'admin list', \
        'admin create EMAIL', 'admin reset-password EMAIL' or 'rebuild analytics', and got '%s'; \
        settings are environment variables\
        """
            .formatted(String.join(" ", words)));
    System.exit(MISUSE);
  }

  private static void verify(Settings settings, List<String> files) {
    VerifyCommand command = new VerifyCommand(settings, System.out);
    if (!command.run(files.stream().map(Main::file).toList())) {
      System.exit(FAILURE);
    }
  }

  private static Backup backup(Settings settings) {
    if (settings.servers().mongodbUri().isPresent()) {
      throw new StartFailure(
          "MONGODB_URI is set: back MongoDB up by its own tools, such as mongodump");
    }
    return new Backup(settings.dataDir());
  }

  private static void serve(Settings settings) {
    Logging.configure(settings.log());
    settings.warnings().forEach(log::warn);
    Lastseat lastseat = Lastseat.start(settings);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(lastseat)));
    System.out.println(
        "Lastseat listens on " + lastseat.uri() + " - try " + lastseat.uri() + "/docs");
    lastseat.notes().forEach(System.out::println);
  }

  /** Halts in the end, for a JVM that ends by SIGTERM would say 143 after the most orderly stop. */
  private static void stop(Lastseat lastseat) {
    Runtime.getRuntime().halt(new Stop(lastseat::close, STOP).run());
  }
}
