package dev.lastseat.bootstrap;

import dev.lastseat.application.port.Health;
import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.background.JobRunner;
import dev.lastseat.bootstrap.background.Sweeper;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.wiring.Wiring;
import dev.lastseat.http.HttpServer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running program: its adapters, its sweeper, what does its jobs, and its server, closed in the
 * reverse order.
 */
public final class Lastseat implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Lastseat.class);

  private final Adapters adapters;
  private final Sweeper sweeper;
  private final JobRunner jobs;
  private final HttpServer server;
  private final List<String> notes;

  private Lastseat(
      Adapters adapters, Sweeper sweeper, JobRunner jobs, HttpServer server, List<String> notes) {
    this.adapters = adapters;
    this.sweeper = sweeper;
    this.jobs = jobs;
    this.server = server;
    this.notes = notes;
  }

  /** Starts it. If that fails, whatever was started is stopped again. */
  public static Lastseat start(Settings settings) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    return Adapters.openFor(
        settings, clock, random, adapters -> start(settings, adapters, clock, random));
  }

  /** On adapters that are open; closing it closes them. */
  static Lastseat start(Settings settings, Adapters adapters, Clock clock, SecureRandom random) {
    Wiring wiring = Wiring.of(settings, adapters, clock, random);
    adapters.caches().health().ifPresent(Lastseat::warnIfAway);
    wiring.firstAdmin().ensure(settings.admin());
    HttpServer server =
        HttpServer.start(settings.http(), wiring.useCases(), wiring.httpPorts(), clock, random);
    List<String> notes =
        Stream.of(
                Stream.of("Store: " + adapters.description()),
                wiring.firstAdmin().note().stream(),
                adapters.watching().notes().stream())
            .flatMap(lines -> lines)
            .toList();
    return new Lastseat(
        adapters, new Sweeper(wiring.sweeps()), wiring.jobRunner().start(), server, notes);
  }

  /** Bookings go on without it, but whoever named it wants to know. */
  private static void warnIfAway(Health engine) {
    try {
      engine.check();
    } catch (RuntimeException away) {
      log.warn("{} does not answer now; Lastseat goes on without it until it does", engine.name());
    }
  }

  /** Where it listens, such as {@code http://localhost:8080}. */
  public URI uri() {
    return server.uri();
  }

  /** What else whoever started it may want to know, a line each: which engines it runs on. */
  public List<String> notes() {
    return notes;
  }

  /** Does now, and completely, all that the sweeper does again and again. */
  public void sweep() {
    sweeper.sweep();
  }

  @Override
  public void close() {
    try (adapters;
        sweeper;
        jobs;
        server) {
      jobs.stop();
      // Requests end first, then jobs and sweeps, then the adapters that all of them use.
    }
  }
}
