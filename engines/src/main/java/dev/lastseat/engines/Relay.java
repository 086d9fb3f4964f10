package dev.lastseat.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands on a port of 127.0.0.1 before an engine that others use too, so that a test can take the
 * engine away from its own clients only, and count their round trips.
 */
public final class Relay implements Unreliable, AutoCloseable {
  private static final int MESSAGE = 64 * 1024;

  private final URI engine;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final AtomicInteger trips = new AtomicInteger();
  private volatile CompletableFuture<Void> thawed = CompletableFuture.completedFuture(null);
  private ServerSocket server;

  private Relay(URI engine) {
    this.engine = engine;
    this.server = listen(0);
  }

  /**
   * Before the engine at the URI.
   *
   * @param uri of one host, and with its port
   */
  public static Relay before(String uri) {
    return new Relay(URI.create(uri));
  }

  /** The engine's, with this address instead of its own. */
  public String uri() {
    String own = "127.0.0.1:" + server.getLocalPort();
    return engine.toString().replace(engine.getHost() + ":" + engine.getPort(), own);
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket listening = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> accept(listening));
      return listening;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot listen on " + port, failed);
    }
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket client = open(listening.accept());
        Socket upstream = open(new Socket());
        upstream.connect(new InetSocketAddress(engine.getHost(), engine.getPort()));
        AtomicBoolean asking = new AtomicBoolean();
        Thread.ofVirtual().start(() -> pump(client, upstream, () -> asked(asking)));
        Thread.ofVirtual().start(() -> pump(upstream, client, () -> asking.set(false)));
        if (listening.isClosed()) {
          cut();
        }
      }
    } catch (IOException stopped) {
      cut();
    }
  }

  /** Cut off without a farewell when it is closed, as by an engine that died. */
  private Socket open(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  /** A trip begins with what a client says after it was answered last. */
  private void asked(AtomicBoolean asking) {
    if (asking.compareAndSet(false, true)) {
      trips.incrementAndGet();
    }
  }

  /** How many round trips the act takes, as long as nobody else uses this relay. */
  public int roundTrips(Runnable act) {
    int before = trips.get();
    act.run();
    return trips.get() - before;
  }

  private void pump(Socket from, Socket to, Runnable onMessage) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] message = new byte[MESSAGE];
      for (int length = in.read(message); length >= 0; length = in.read(message)) {
        thawed.join();
        onMessage.run();
        out.write(message, 0, length);
      }
    } catch (IOException cut) {
      // Either side may go at any time.
    }
  }

  private void cut() {
    for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      close(socket);
    }
  }

  private static void close(AutoCloseable closed) {
    try {
      closed.close();
    } catch (Exception failed) {
      throw new IllegalStateException("did not close", failed);
    }
  }

  @Override
  public void stop() {
    close(server);
    cut();
  }

  @Override
  public void restart() {
    server = listen(server.getLocalPort());
  }

  @Override
  public void freeze() {
    thawed = new CompletableFuture<>();
  }

  @Override
  public void thaw() {
    thawed.complete(null);
  }

  @Override
  public void close() {
    stop();
    thaw();
  }
}
