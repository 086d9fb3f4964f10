package dev.lastseat.domain.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs things in threads that start together. */
public final class Race {
  private Race() {}

  /** The results in the order of the runners; the first failure fails the race. */
  public static <T> List<T> of(List<Callable<T>> runners) {
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          runners.stream().map(runner -> threads.submit(() -> after(start, runner))).toList();
      start.countDown();
      return running.stream().map(Race::result).toList();
    }
  }

  /** As many runners, made by their index from 0. */
  public static <T> List<T> of(int runners, IntFunction<T> run) {
    return of(IntStream.range(0, runners).<Callable<T>>mapToObj(i -> () -> run.apply(i)).toList());
  }

  /**
   * Two runners who wait for each other, spinning, before each of the rounds, so that they do it at
   * the same instant. Answers the two results of each round.
   */
  public static <T> List<List<T>> ofTwo(int rounds, BiFunction<Integer, Integer, T> run) {
    AtomicInteger arrived = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<T>>> running =
          IntStream.range(0, 2)
              .mapToObj(runner -> threads.submit(() -> inStep(runner, rounds, arrived, run)))
              .toList();
      List<List<T>> results = running.stream().map(Race::result).toList();
      return IntStream.range(0, rounds)
          .mapToObj(round -> results.stream().map(all -> all.get(round)).toList())
          .toList();
    }
  }

  private static <T> List<T> inStep(
      int runner, int rounds, AtomicInteger arrived, BiFunction<Integer, Integer, T> run) {
    List<T> results = new ArrayList<>();
    try {
      for (int round = 0; round < rounds; round++) {
        arrived.incrementAndGet();
        while (arrived.get() < 2 * (round + 1)) {
          Thread.onSpinWait();
        }
        results.add(run.apply(runner, round));
      }
      return results;
    } finally {
      arrived.set(2 * rounds); // Nobody waits for a runner that failed.
    }
  }

  private static <T> T after(CountDownLatch start, Callable<T> runner) throws Exception {
    start.await();
    return runner.call();
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (ExecutionException failed) {
      throw new AssertionError("a runner failed", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while others ran", interrupted);
    }
  }
}
