package dev.lastseat.application.figure;

import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.port.store.fact.FactLog;
import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How many jobs of each kind wait, run and were given up, how many facts are ahead of those who
 * follow them and of the seals, and for how long the oldest has been on its way into the log. All
 * of it is read together when somebody looks, and again after a few seconds at the earliest, so
 * that a page with all figures costs a few reads.
 */
public final class StoreFigures {
  static final Duration KEPT = Duration.ofSeconds(5);

  private static final String SEALS = "seals";
  private static final Figure UNDERWAY = new Figure("facts.underway.seconds", Map.of());

  private final Jobs jobs;
  private final Log log;
  private final List<String> followers;
  private final Clock clock;
  private Figures latest = new Figures(Optional.empty(), Instant.MIN);

  /** {@code followers} are the names by which the positions know who follows. */
  public StoreFigures(Jobs jobs, Log log, List<String> followers, Clock clock) {
    this.jobs = jobs;
    this.log = log;
    this.followers = List.copyOf(followers);
    this.clock = clock;
  }

  /**
   * What is known of the facts.
   *
   * @param oldestUnderway when the oldest of those happened that the log does not have yet
   */
  public record Log(
      FactLog facts,
      FactPositions positions,
      SealedTree tree,
      Supplier<Optional<Instant>> oldestUnderway) {}

  private record Figure(String name, Map<String, String> labels) {
    static Figure jobs(String kind, JobState state) {
      return new Figure("jobs", Map.of("kind", kind, "state", state.word()));
    }

    static Figure behind(String follower) {
      return new Figure("facts.behind", Map.of("follower", follower));
    }
  }

  /** What was read, unless the store was away. */
  private record Figures(Optional<Map<Figure, Long>> read, Instant at) {}

  /** Shows the jobs of these kinds, and all that follow facts. */
  public void showTo(Observer observer, List<String> kinds) {
    for (String kind : kinds) {
      for (JobState state : JobState.values()) {
        show(Figure.jobs(kind, state), observer);
      }
    }
    followers.forEach(follower -> show(Figure.behind(follower), observer));
    show(Figure.behind(SEALS), observer);
    show(UNDERWAY, observer);
  }

  private void show(Figure figure, Observer observer) {
    observer.figure(
        figure.name(), figure.labels(), () -> Math.toIntExact(now().getOrDefault(figure, 0L)));
  }

  /**
   * Whoever looks while the store is away is told at once.
   *
   * @throws StoreUnavailable when it was away when somebody looked last
   */
  private synchronized Map<Figure, Long> now() {
    Instant now = clock.instant();
    if (!Instants.areWithin(KEPT, latest.at(), now)) {
      latest = new Figures(Optional.empty(), now);
      latest = new Figures(Optional.of(read()), now);
    }
    return latest.read().orElseThrow(() -> new StoreUnavailable("there are no figures"));
  }

  private Map<Figure, Long> read() {
    Map<Figure, Long> read = new HashMap<>();
    for (JobCount count : jobs.counts()) {
      read.put(Figure.jobs(count.kind(), count.state()), count.jobs());
    }
    log.oldestUnderway()
        .get()
        .ifPresent(it -> read.put(UNDERWAY, Duration.between(it, clock.instant()).toSeconds()));
    long head = log.facts().head();
    for (String follower : followers) {
      read.put(Figure.behind(follower), Math.max(0, head - log.positions().of(follower)));
    }
    long sealed = log.tree().newest().map(Seal::size).orElse(0L);
    read.put(Figure.behind(SEALS), Math.max(0, head - sealed));
    return read;
  }
}
