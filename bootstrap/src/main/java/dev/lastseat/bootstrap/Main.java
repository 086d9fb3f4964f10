package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.logging.Logging;
import dev.lastseat.bootstrap.settings.BadSettings;
import dev.lastseat.bootstrap.settings.Settings;

/** Starts Lastseat with the settings of the environment, and stops it on SIGTERM. */
public final class Main {
  private static final int FAILURE = 1;

  private Main() {}

  public static void main(String[] arguments) {
    try {
      Settings settings = Settings.from(System.getenv());
      Logging.configure(settings.log());
      Lastseat lastseat = Lastseat.start(settings);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(lastseat)));
      System.out.println(
          "Lastseat listens on " + lastseat.uri() + " - try " + lastseat.uri() + "/docs");
    } catch (BadSettings | StartFailure failure) {
      System.err.println(failure.getMessage());
      System.exit(FAILURE);
    }
  }

  /** Halts in the end, for a JVM that ends by SIGTERM would say 143 after the most orderly stop. */
  private static void stop(Lastseat lastseat) {
    int status = FAILURE;
    try {
      lastseat.close();
      status = 0;
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }
}
