package dev.lastseat.http.local;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** Exchanges messages with a server through memory, each on a connection of its own. */
public record LocalExchange(LocalConnector connector) {
  /** The connector that such messages come in by; it believes what they say of their sender. */
  @SuppressWarnings("NullAway") // those of the server, where there is none
  public static LocalConnector connector(Server server, HttpConfiguration configuration) {
    return new LocalConnector(
        server,
        null,
        null,
        null,
        1,
        new ProxyConnectionFactory(),
        new HttpConnectionFactory(configuration));
  }

  /** The whole answer; nothing if it does not come in time, or is cut short. */
  public Optional<LocalResponse> answer(LocalRequest request, Duration patience) {
    LocalConnector.LocalEndPoint connection = connector.connect();
    try {
      connection.addInputAndExecute(request.message());
      @Nullable ByteBuffer raw =
          connection.waitForResponse(request.isHead(), patience.toMillis(), TimeUnit.MILLISECONDS);
      if (raw == null) {
        return Optional.empty(); // what comes too late goes nowhere, which is no failure
      }
      connection.close();
      return ResponseReader.read(raw, request.isHead());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception broken) {
      throw new IllegalStateException("no answer can be read", broken);
    }
  }
}
