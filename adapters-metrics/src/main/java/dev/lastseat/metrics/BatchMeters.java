package dev.lastseat.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How many an engine serves at once, how long they wait for it, and how long it takes. */
final class BatchMeters {
  private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
  private static final Duration[] TIMES =
      LongStream.of(500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_500_000)
          .mapToObj(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)))
          .toArray(Duration[]::new);

  private final DistributionSummary size;
  private final Timer wait;
  private final MeterProvider<Timer> work;

  BatchMeters(String engine, MeterRegistry registry) {
    this.size =
        DistributionSummary.builder("lastseat.batch.size")
            .description("Writes or commands that went to the engine together")
            .tag("engine", engine)
            .serviceLevelObjectives(SIZES)
            .register(registry);
    this.wait =
        timer("lastseat.batch.wait", "How long the first of them waited")
            .tag("engine", engine)
            .register(registry);
    this.work =
        timer("lastseat.batch", "How long the engine took for them")
            .tag("engine", engine)
            .withRegistry(registry);
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(TIMES);
  }

  void begins(int pieces, long waitedNanos) {
    size.record(pieces);
    wait.record(waitedNanos, TimeUnit.NANOSECONDS);
  }

  void ended(String result, long nanos) {
    work.withTag("result", result).record(nanos, TimeUnit.NANOSECONDS);
  }
}
