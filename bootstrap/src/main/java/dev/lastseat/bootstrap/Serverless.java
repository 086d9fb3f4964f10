package dev.lastseat.bootstrap;

import dev.lastseat.bootstrap.adapter.Adapters;
import dev.lastseat.bootstrap.logging.Logging;
import dev.lastseat.bootstrap.settings.Settings;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.bootstrap.wiring.FirstAdmin;
import dev.lastseat.bootstrap.wiring.Wiring;
import dev.lastseat.http.PortlessServer;
import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import dev.lastseat.lambda.LambdaProgram;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts Lastseat as a function: without a port, and without a sweeper of its own, for between
 * invocations it stands still.
 */
public final class Serverless implements LambdaProgram {
  private static final Logger log = LoggerFactory.getLogger(Serverless.class);

  private final Map<String, String> environment;

  /** Found by name as a service. */
  public Serverless() {
    this(System.getenv());
  }

  public Serverless(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Running start() {
    Logging.configure(Settings.Log.DEFAULT);
    Settings settings = Settings.from(environment);
    Logging.configure(settings.log());
    settings.warnings().forEach(log::warn);
    requireStoreThatLasts(settings);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    return Adapters.openFor(
        settings, clock, random, adapters -> start(settings, adapters, clock, random));
  }

  private static void requireStoreThatLasts(Settings settings) {
    if (settings.servers().mongodbUri().isEmpty()
        && settings.ephemeralStore() == Settings.EphemeralStore.REFUSED) {
      throw new StartFailure(
          "MONGODB_URI is not set: the embedded store would be lost with the disk of the function;"
              + " EPHEMERAL_STORE=allowed says that it may be");
    }
  }

  private static Running start(
      Settings settings, Adapters adapters, Clock clock, SecureRandom random) {
    Wiring wiring = Wiring.of(settings, adapters, clock, random);
    FirstAdmin admin = wiring.firstAdmin();
    if (settings.admin().password().isEmpty() && admin.admins().hasNone()) {
      throw new StartFailure(
          "ADMIN_PASSWORD is not set: one that is made up would be lost with the disk of the"
              + " function");
    }
    admin.ensure(settings.admin());
    PortlessServer server =
        PortlessServer.start(settings.http(), wiring.useCases(), wiring.httpPorts(), clock, random);
    return new Started(
        adapters,
        Stream.concat(
                wiring.sweeps().stream().map(sweep -> sweep::run),
                Stream.<Runnable>of(wiring.jobRunner()::runDue))
            .toList(),
        server);
  }

  private record Started(Adapters adapters, List<Runnable> sweeps, PortlessServer server)
      implements Running {
    @Override
    public Optional<LocalResponse> answer(LocalRequest request, Duration patience) {
      return server.answer(request, patience);
    }

    @Override
    public void sweep() {
      RuntimeException failures = new IllegalStateException("a sweep failed");
      for (Runnable sweep : sweeps) {
        try {
          sweep.run();
        } catch (RuntimeException failed) {
          failures.addSuppressed(failed);
        }
      }
      if (failures.getSuppressed().length > 0) {
        throw failures;
      }
    }

    @Override
    public void close() {
      try (adapters;
          server) {
        // Requests end first, then the adapters that they use.
      }
    }
  }
}
