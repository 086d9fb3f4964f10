package dev.lastseat.domain.fake;

import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs in memory. */
public final class FakeJobs implements Jobs {
  private final FakeStore store;
  private final Map<JobId, State> jobs = new HashMap<>();

  public FakeJobs(FakeStore store) {
    this.store = store;
  }

  private sealed interface State {
    record Open(Job job, Instant since, Instant due, int attempts, String lease, String reason)
        implements State {
      static Open of(Job job, Instant since) {
        return new Open(job, since, since, 0, "", "");
      }

      Open claimed(Lease by) {
        return new Open(job, since, by.until(), attempts + 1, by.word(), reason);
      }

      Open until(Instant next, int attempts, String why) {
        return new Open(job, since, next, attempts, "", why);
      }
    }

    record Done(Instant at) implements State {}

    record Dead(Job job, int attempts, String reason, Instant at) implements State {}
  }

  @Override
  public boolean add(Job job) {
    return store.atomically(
        () -> jobs.putIfAbsent(job.id(), State.Open.of(job, job.since())) == null);
  }

  @Override
  public void addAll(List<Job> several) {
    several.forEach(this::add);
  }

  @Override
  public boolean anyDue(Set<String> kinds, Instant now) {
    return store.atomically(() -> due(kinds, now).findAny().isPresent());
  }

  private Stream<State.Open> due(Set<String> kinds, Instant now) {
    return jobs.values().stream()
        .filter(State.Open.class::isInstance)
        .map(State.Open.class::cast)
        .filter(it -> kinds.contains(it.job().kind()) && !it.due().isAfter(now));
  }

  @Override
  public List<ClaimedJob> claim(String kind, int most, Instant now, Lease lease) {
    return store.atomically(
        () ->
            due(Set.of(kind), now)
                .sorted(Comparator.comparing(State.Open::due))
                .limit(most)
                .toList()
                .stream()
                .map(it -> claimed(it, lease))
                .toList());
  }

  private ClaimedJob claimed(State.Open open, Lease lease) {
    State.Open claimed = open.claimed(lease);
    jobs.put(open.job().id(), claimed);
    return new ClaimedJob(open.job(), claimed.attempts(), open.since(), lease.word());
  }

  @Override
  public boolean finish(ClaimedJob job, Instant now) {
    return end(job, _ -> new State.Done(now));
  }

  @Override
  public boolean postpone(ClaimedJob job, String reason, Instant until) {
    return end(job, open -> open.until(until, open.attempts(), KnownJob.cut(reason)));
  }

  @Override
  public boolean handBack(ClaimedJob job, Instant now) {
    return end(job, open -> open.until(now, open.attempts() - 1, open.reason()));
  }

  @Override
  public boolean giveUp(ClaimedJob job, String reason, Instant now) {
    return end(job, open -> new State.Dead(open.job(), open.attempts(), reason, now));
  }

  private boolean end(ClaimedJob claimed, Function<State.Open, State> next) {
    return store.atomically(
        () -> {
          if (jobs.get(claimed.job().id()) instanceof State.Open open
              && open.lease().equals(claimed.lease())) {
            jobs.put(claimed.job().id(), next.apply(open));
            return true;
          }
          return false;
        });
  }

  @Override
  public Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request) {
    return store.atomically(
        () ->
            Paging.page(
                known()
                    .filter(it -> it.state() == state)
                    .filter(it -> kind.isEmpty() || kind.get().equals(it.job().kind()))
                    .toList(),
                it -> new Position(Paging.key(since(it)), it.job().id().value()),
                false,
                request));
  }

  private Instant since(KnownJob known) {
    return jobs.get(known.job().id()) instanceof State.Open open ? open.since() : known.at();
  }

  private Stream<KnownJob> known() {
    return jobs.values().stream()
        .flatMap(
            it ->
                switch (it) {
                  case State.Open open ->
                      Stream.of(
                          new KnownJob(
                              open.job(),
                              JobState.of(true, !open.lease().isEmpty()),
                              open.attempts(),
                              open.reason(),
                              open.due()));
                  case State.Dead(Job job, int attempts, String reason, Instant at) ->
                      Stream.of(new KnownJob(job, JobState.DEAD, attempts, reason, at));
                  case State.Done _ -> Stream.empty();
                });
  }

  @Override
  public List<JobCount> counts() {
    return store.atomically(
        () ->
            known()
                .collect(
                    Collectors.groupingBy(
                        it -> new JobCount(it.job().kind(), it.state(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(it -> new JobCount(it.getKey().kind(), it.getKey().state(), it.getValue()))
                .toList());
  }

  @Override
  public boolean retry(JobId id, Instant now) {
    return store.atomically(
        () ->
            Optional.ofNullable(jobs.get(id))
                .filter(State.Dead.class::isInstance)
                .map(it -> ((State.Dead) it).job())
                .map(it -> jobs.put(id, State.Open.of(it, now)))
                .isPresent());
  }

  @Override
  public int retryAll(String kind, Instant now) {
    return store.atomically(
        () -> {
          List<Job> dead =
              known()
                  .filter(it -> it.state() == JobState.DEAD)
                  .map(KnownJob::job)
                  .filter(it -> it.kind().equals(kind))
                  .toList();
          dead.forEach(it -> jobs.put(it.id(), State.Open.of(it, now)));
          return dead.size();
        });
  }

  @Override
  public void forgetDead(String kind, Instant before) {
    store.atomically(
        () ->
            jobs.values()
                .removeIf(
                    it ->
                        it instanceof State.Dead dead
                            && dead.job().kind().equals(kind)
                            && dead.at().isBefore(before)));
  }

  @Override
  public void forgetDone(Instant before) {
    store.atomically(
        () ->
            jobs.values()
                .removeIf(it -> it instanceof State.Done(Instant at) && at.isBefore(before)));
  }
}
