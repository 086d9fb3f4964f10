package dev.lastseat.http;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.server.ServerConnector;

/** The running server. */
public final class HttpServer implements AutoCloseable {
  /**
   * Connections that may wait to be accepted; the JDK's own 50 would turn a rush of buyers away.
   */
  private static final int BACKLOG = 4_096;

  private final Javalin javalin;
  private final URI uri;

  private HttpServer(Javalin javalin, String host) {
    this.javalin = javalin;
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    this.uri = URI.create("http://" + name + ":" + javalin.port());
  }

  /**
   * Starts it.
   *
   * @throws UnusablePort when another program listens on the port, or this one may not
   */
  public static HttpServer start(
      HttpSettings settings,
      UseCases useCases,
      HttpPorts ports,
      Clock clock,
      RandomGenerator random) {
    // First, so that nothing is under way yet when the program has to end.
    ServerSocketChannel port = listen(settings.listen());
    Javalin javalin =
        HttpApplication.create(
            settings,
            useCases,
            ports,
            clock,
            random,
            (server, http) ->
                connector(new BoundedConnector(server, http, settings.connections(), clock), port));
    return new HttpServer(javalin.start(), settings.listen().host().orElse("localhost"));
  }

  private static ServerSocketChannel listen(HttpSettings.Listen where) {
    InetSocketAddress address =
        where
            .host()
            .map(host -> new InetSocketAddress(host, where.port()))
            .orElseGet(() -> new InetSocketAddress(where.port()));
    try {
      return ServerSocketChannel.open()
          .setOption(StandardSocketOptions.SO_REUSEADDR, true)
          .bind(address, BACKLOG);
    } catch (IOException | UnresolvedAddressException refused) {
      throw new UnusablePort(where, refused);
    }
  }

  private static ServerConnector connector(ServerConnector connector, ServerSocketChannel port) {
    try {
      connector.open(port);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return connector;
  }

  /** Where it listens, as seen from this machine. */
  public URI uri() {
    return uri;
  }

  /** Stops accepting, and waits for what runs, 10 s at the most. */
  @Override
  public void close() {
    javalin.stop();
  }
}
