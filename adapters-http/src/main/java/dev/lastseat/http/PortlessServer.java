package dev.lastseat.http;

import dev.lastseat.http.local.LocalExchange;
import dev.lastseat.http.local.LocalRequest;
import dev.lastseat.http.local.LocalResponse;
import io.javalin.Javalin;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.LocalConnector;

/** The running server without a port: requests are handed to it in process. */
public final class PortlessServer implements AutoCloseable {
  private final Javalin javalin;
  private final LocalExchange exchange;

  private PortlessServer(Javalin javalin) {
    this.javalin = javalin;
    this.exchange =
        new LocalExchange((LocalConnector) javalin.jettyServer().server().getConnectors()[0]);
  }

  /** Starts it. Each answer is handed over as a whole, so that nobody can listen to it. */
  public static PortlessServer start(
      HttpSettings settings,
      UseCases useCases,
      HttpPorts ports,
      Clock clock,
      RandomGenerator random) {
    Javalin javalin =
        HttpApplication.create(
            settings.withoutListeners(), useCases, ports, clock, random, LocalExchange::connector);
    return new PortlessServer(javalin.start());
  }

  /** The whole answer; nothing if it does not come in time, or is cut short. */
  public Optional<LocalResponse> answer(LocalRequest request, Duration patience) {
    return exchange.answer(request, patience);
  }

  /** Waits for what runs, 10 s at the most. */
  @Override
  public void close() {
    javalin.stop();
  }
}
