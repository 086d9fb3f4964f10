package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.logging.Logging;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Asks the Lastseat of this machine, on the port of the settings, whether it is ready. A program of
 * its own, with status 0 or 1, for a container that has no other client.
 */
public final class HealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private HealthCheck() {}

  public static void main(String[] arguments) {
    Logging.configure(Settings.Log.DEFAULT);
    int port = Settings.from(System.getenv()).http().port();
    System.exit(isReady(port) ? 0 : 1);
  }

  static boolean isReady(int port) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/health/ready");
    try {
      HttpURLConnection question = (HttpURLConnection) uri.toURL().openConnection();
      question.setConnectTimeout((int) PATIENCE.toMillis());
      question.setReadTimeout((int) PATIENCE.toMillis());
      return question.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException noAnswer) {
      return false;
    }
  }
}
