package dev.lastseat.bootstrap.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** So many clients, each of which asks again as soon as it was answered. */
final class Clients {
  private Clients() {}

  /** How many times a second the work was done. */
  static double rate(int clients, int times, Runnable work) {
    AtomicInteger left = new AtomicInteger(times);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (left.getAndDecrement() > 0) {
                work.run();
              }
            });
      }
    }
    return times / ((System.nanoTime() - start) / 1e9);
  }
}
