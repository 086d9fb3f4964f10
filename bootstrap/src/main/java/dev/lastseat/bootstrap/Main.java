package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.command.AdminCommand;
import dev.lastseat.bootstrap.command.Backup;
import dev.lastseat.bootstrap.command.RebuildCommand;
import dev.lastseat.bootstrap.command.VerifyCommand;
import dev.lastseat.bootstrap.logging.Logging;
import dev.lastseat.bootstrap.settings.BadSettings;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
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
      Settings settings = Settings.from(System.getenv());
      if (arguments.length == 0) {
        serve(settings);
      } else if (arguments.length == 2 && arguments[0].equals("backup")) {
        backup(settings).write(Path.of(arguments[1]));
      } else if (arguments.length == 2 && arguments[0].equals("restore")) {
        backup(settings).restore(Path.of(arguments[1]));
      } else if (List.of(arguments).equals(List.of("rebuild", "analytics"))) {
        new RebuildCommand(settings, System.out).run();
      } else if (arguments.length > 0 && arguments[0].equals("verify")) {
        verify(settings, List.of(arguments).subList(1, arguments.length));
      } else if (arguments.length > 1 && isAdminCommand(List.of(arguments))) {
        List<String> words = List.of(arguments);
        new AdminCommand(settings, System.out).run(words.subList(1, words.size()));
      } else {
        misused(arguments);
      }
    } catch (BadSettings | StartFailure failure) {
      System.err.println(failure.getMessage());
      System.exit(FAILURE);
    } catch (InvalidPathException bad) {
      System.err.println("'" + bad.getInput() + "' is no name of a file: " + bad.getReason());
      System.exit(FAILURE);
    }
  }

  private static boolean isAdminCommand(List<String> words) {
    return words.getFirst().equals("admin") && AdminCommand.knows(words.subList(1, words.size()));
  }

  private static void misused(String... arguments) {
    System.err.println(
        """
        lastseat takes no arguments but 'backup FILE', 'restore FILE', \
        'verify [CHECKPOINT...]', 'admin list', \
        'admin create EMAIL', 'admin reset-password EMAIL' or 'rebuild analytics', and got '%s'; \
        settings are environment variables\
        """
            .formatted(String.join(" ", arguments)));
    System.exit(MISUSE);
  }

  private static void verify(Settings settings, List<String> files) {
    VerifyCommand command = new VerifyCommand(settings, System.out);
    if (!command.run(files.stream().map(Path::of).toList())) {
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
