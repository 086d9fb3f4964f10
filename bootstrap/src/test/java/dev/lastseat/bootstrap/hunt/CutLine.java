package dev.lastseat.bootstrap.hunt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A line to an instance that carries one request, and is cut when the first byte of its answer
 * arrives: the work is done, and who asked is not told.
 */
final class CutLine implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final URI instance;
  private final ServerSocket entrance;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<Boolean> wasAnswered;

  CutLine(URI instance) throws IOException {
    this.instance = instance;
    this.entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    entrance.setSoTimeout(PATIENCE_MILLIS);
    this.wasAnswered = threads.submit(this::carry);
  }

  /** Where the line begins, in the place of the instance. */
  URI uri() {
    return URI.create("http://localhost:" + entrance.getLocalPort());
  }

  /** Whether there was an answer; returns when the line was cut, or the instance gave it up. */
  boolean wasAnswered() throws InterruptedException {
    try {
      return wasAnswered.get();
    } catch (ExecutionException broken) {
      return false;
    }
  }

  private boolean carry() throws IOException {
    try (Socket client = entrance.accept();
        Socket server = new Socket(instance.getHost(), instance.getPort())) {
      threads.submit(() -> client.getInputStream().transferTo(server.getOutputStream()));
      return server.getInputStream().read() >= 0;
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    threads.close();
  }
}
