package dev.lastseat.embedded.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Virtual threads that take the next piece of work as soon as they are done with the last one. */
public final class Clients {
  private static final double NANOS_PER_SECOND = 1e9;

  private Clients() {}

  /** Pieces of work a second. */
  public static <T> double run(int clients, List<T> work, Consumer<T> step) {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, clients)
              .mapToObj(client -> threads.submit(() -> drain(next, work, step)))
              .toList();
      for (var each : running) {
        each.get();
      }
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return work.size() / ((System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  private static <T> void drain(AtomicInteger next, List<T> work, Consumer<T> step) {
    for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
      step.accept(work.get(i));
    }
  }
}
