package dev.lastseat.mongo.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Stands between a client and the engine, and cuts connections where a test tells it to. */
public final class CuttingProxy implements AutoCloseable {
  /** What happens to a message of the client. */
  public enum Fate {
    PASS,

    /** The connection is cut, and the message was never sent. */
    CUT_BEFORE,

    /** The message is sent, and the connection is cut before its answer. */
    CUT_AFTER
  }

  private final ServerSocket server;
  private final InetSocketAddress engine;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile Function<Wire, Fate> fates = _ -> Fate.PASS;

  public CuttingProxy(InetSocketAddress engine) {
    this.engine = engine;
    try {
      this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public void decide(Function<Wire, Fate> decision) {
    fates = decision;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket upstream = new Socket(engine.getAddress(), engine.getPort());
        open.add(client);
        open.add(upstream);
        Thread.ofVirtual().start(() -> serve(client, upstream));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void serve(Socket client, Socket upstream) {
    try (client;
        upstream) {
      while (passOn(client, upstream)) {
        // One message after the other.
      }
    } catch (IOException closed) {
      // Either side may go at any time.
    }
  }

  /** Whether the connection goes on. */
  private boolean passOn(Socket client, Socket upstream) throws IOException {
    Wire message = Wire.read(client.getInputStream());
    Fate fate = fates.apply(message);
    if (fate == Fate.CUT_BEFORE) {
      return false;
    }
    upstream.getOutputStream().write(message.bytes());
    boolean goesOn;
    Wire answer;
    do {
      answer = Wire.read(upstream.getInputStream());
      goesOn = tell(client, answer, fate);
    } while (answer.moreToCome());
    return goesOn;
  }

  private static boolean tell(Socket client, Wire answer, Fate fate) throws IOException {
    if (fate == Fate.PASS) {
      client.getOutputStream().write(answer.bytes());
    }
    return fate == Fate.PASS;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
