package dev.lastseat.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A Redis of one's own, empty and on a free port of 127.0.0.1, that may be stopped and frozen. Ends
 * with the JVM at the latest.
 */
public final class RedisProcess implements Unreliable, AutoCloseable {
  private static final String READY = "Ready to accept connections";

  private final RedisBinary binary;
  private final int port;
  private Process process;

  private RedisProcess(RedisBinary binary, int port) {
    this.binary = binary;
    this.port = port;
    this.process = run();
  }

  /** Starts one and waits until it answers; where there is no binary, the test is skipped. */
  public static RedisProcess start() {
    return RedisBinary.find()
        .map(binary -> new RedisProcess(binary, freePort()))
        .orElseGet(
            () ->
                Assumptions.abort(
                    "SKIPPED, NOT TESTED: no redis-server runs here; install one on the PATH"));
  }

  static Optional<Engine> asEngine() {
    return RedisBinary.find()
        .map(binary -> new Engine(binary.source(), new RedisProcess(binary, freePort()).uri()));
  }

  public String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** As an operator would; what it knew is lost. */
  @Override
  public void stop() {
    process.destroy();
    exitOf(process);
  }

  @Override
  public void restart() {
    process = run();
  }

  @Override
  public void freeze() {
    signal("STOP");
  }

  @Override
  public void thaw() {
    signal("CONT");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitOf(process);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException("no free port", failed);
    }
  }

  private Process run() {
    List<String> command =
        List.of(
            binary.path().toString(),
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no");
    try {
      Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitReady(started.inputReader());
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot run " + binary, failed);
    }
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.contains(READY)) {
        Thread.ofVirtual().start(() -> drain(output));
        return;
      }
      said.append(line).append('\n');
    }
    throw new IOException("redis-server ended at once: " + said);
  }

  /** Or else it would wait once the pipe is full. */
  private static void drain(BufferedReader output) {
    try (output) {
      output.transferTo(Writer.nullWriter());
    } catch (IOException ended) {
      // There is nothing more to read.
    }
  }

  private void signal(String name) {
    try {
      String pid = Long.toString(process.pid());
      int exit = exitOf(new ProcessBuilder("kill", "-" + name, pid).start());
      if (exit != 0) {
        throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + exit);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot send signals here", failed);
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ended", interrupted);
    }
  }
}
