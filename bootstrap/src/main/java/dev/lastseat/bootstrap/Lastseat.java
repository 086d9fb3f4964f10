package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.embedded.EmbeddedAdapters;
import dev.lastseat.http.HttpServer;
import dev.lastseat.http.HttpSettings;
import dev.lastseat.http.PortInUse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;

/** The running program: its store, its sweeper and its server, closed in the reverse order. */
public final class Lastseat implements AutoCloseable {
  private final EmbeddedAdapters store;
  private final Sweeper sweeper;
  private final HttpServer server;

  private Lastseat(EmbeddedAdapters store, Sweeper sweeper, HttpServer server) {
    this.store = store;
    this.sweeper = sweeper;
    this.server = server;
  }

  /**
   * Starts it.
   *
   * @throws StartFailure when it cannot start; whatever was started is stopped again
   */
  public static Lastseat start(Settings settings) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    try {
      EmbeddedAdapters store = EmbeddedAdapters.open(settings.dataDir(), clock);
      try {
        return start(settings, store, clock);
      } catch (RuntimeException failed) {
        store.close();
        throw failed;
      }
    } catch (UnusableStore | PortInUse failure) {
      throw new StartFailure(failure);
    }
  }

  private static Lastseat start(Settings settings, EmbeddedAdapters store, Clock clock) {
    SecureRandom random = new SecureRandom();
    Parts parts = Parts.of(settings, Secrets.of(settings, random), store, clock, random);
    parts.firstAdmin().ensure(settings.admin());
    HttpServer server =
        HttpServer.start(http(settings), parts.useCases(), parts.httpPorts(), clock, random);
    return new Lastseat(store, new Sweeper(parts.sweeps()), server);
  }

  private static HttpSettings http(Settings settings) {
    return new HttpSettings(
        settings.http().port(),
        settings.http().corsOrigins(),
        settings.http().trustedProxies(),
        settings.limits().requests(),
        settings.limits().authRequests(),
        settings.limits().window());
  }

  /** Where it listens, such as {@code http://localhost:8080}. */
  public URI uri() {
    return server.uri();
  }

  /** Does now, and completely, what the sweeper does every second. */
  public void sweep() {
    sweeper.sweep();
  }

  @Override
  public void close() {
    try (store;
        sweeper;
        server) {
      // Requests end first, then the sweeps, then the store that both of them use.
    }
  }
}
