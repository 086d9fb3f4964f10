package dev.lastseat.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fake.FakeWorkers;
import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.ClockSkew;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunJobsTest {
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(3);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int AT_ONCE = 4;

  private final TickingClock clock = new TickingClock();
  private final FakeJobs jobs = new FakeJobs(new FakeStore());
  private final FakeWorkers workers = new FakeWorkers();
  private final Semaphore woken = new Semaphore(0);
  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
  private final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> attempts = new ArrayList<>();

  @Test
  void each_job_that_is_due_is_done_once_however_many_there_are() {
    for (int i = 0; i < 25; i++) {
      add("job" + i);
    }
    RunJobs run = running(_ -> new Result.Done());

    assertThat(runAll(run)).isEqualTo(25);
    assertThat(handled).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void no_more_are_under_way_than_the_handler_wants_and_whoever_ends_makes_room() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < AT_ONCE + 1; i++) {
      add("job" + i);
    }
    RunJobs run = running(_ -> waited(held));

    assertThat(run.handle()).isEqualTo(AT_ONCE);
    assertThat(run.handle()).isZero();
    assertThat(woken.availablePermits()).isZero();
    held.countDown();
    woken.acquire();
    workers.await();
    assertThat(run.handle()).isEqualTo(1);
    workers.await();
    assertThat(handled).hasSize(AT_ONCE + 1);
  }

  @Test
  void a_kind_that_is_slow_delays_no_other() {
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      add("job" + i);
    }
    CountDownLatch sent = new CountDownLatch(1);
    RunJobs run =
        new RunJobs(
            new Leases(jobs, clock, new Random(1)),
            List.of(
                new Handler("mail", _ -> waited(held)),
                new Handler(
                    "hook",
                    _ -> {
                      sent.countDown();
                      return new Result.Done();
                    })),
            workers,
            () -> {},
            Observer.NOBODY);
    run.handle();

    jobs.add(new Job(new JobId("urgent"), "hook", "", clock.instant()));
    run.handle();
    assertThat(waited(sent)).isEqualTo(new Result.Done());
    held.countDown();
    workers.await();
  }

  /** A newer program put it there, and does it. */
  @Test
  void a_job_of_a_kind_that_nobody_here_knows_is_left_alone() {
    Job unknown = new Job(new JobId("a"), "carrier-pigeon", "", clock.instant());
    jobs.add(unknown);

    assertThat(running(_ -> new Result.Hopeless("unknown")).handle()).isZero();
    assertThat(claim("carrier-pigeon")).extracting(ClaimedJob::job).containsExactly(unknown);
  }

  private static Result waited(CountDownLatch latch) {
    try {
      latch.await();
      return new Result.Done();
    } catch (InterruptedException tooLong) {
      return new Result.Hopeless("interrupted");
    }
  }

  @Test
  void what_fails_is_tried_again_with_growing_pauses_until_the_patience_ends() {
    add("a");
    RunJobs run = running(_ -> Result.failed("no connection"));
    while (dead().isEmpty()) {
      if (runAll(run) == 1) {
        attempts.add(clock.instant());
      }
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(attempts).hasSizeBetween(15, Retries.MOST_ATTEMPTS);
    assertThat(dead())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("no connection"))
        .satisfies(
            it ->
                assertThat(Duration.between(it.job().since(), it.at()))
                    .isBetween(PATIENCE.minus(LONGEST_PAUSE.multipliedBy(2)), PATIENCE));
    assertThat(attempts.getLast())
        .isAfter(attempts.get(attempts.size() / 2).plus(LONGEST_PAUSE.multipliedBy(2)));
  }

  @Test
  void whoever_says_when_to_come_again_is_believed() {
    add("a");
    Duration pause = Duration.ofHours(7);
    RunJobs run = running(_ -> new Result.Failed("busy", Optional.of(pause)));
    runAll(run);

    clock.advance(pause.minusMillis(1));
    assertThat(runAll(run)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(runAll(run)).isEqualTo(1);
  }

  @Test
  void a_clock_that_jumps_an_hour_back_delays_what_is_due_and_one_that_jumps_forward_loses_none() {
    add("first");
    clock.advance(Duration.ofHours(-1));
    RunJobs run =
        running(
            job ->
                job.id().value().equals("first") && Collections.frequency(handled, "first") == 1
                    ? Result.failed("busy")
                    : new Result.Done());
    assertThat(runAll(run)).isZero();
    add("second");

    clock.advance(Duration.ofHours(1));
    assertThat(runAll(run)).isEqualTo(2);
    clock.advance(Duration.ofHours(1));
    assertThat(runAll(run)).isEqualTo(1);

    assertThat(handled).containsOnly("first", "second").hasSize(3);
    assertThat(dead()).isEmpty();
  }

  @Test
  void what_is_hopeless_is_given_up_at_once() {
    add("a");
    runAll(running(_ -> new Result.Hopeless("no such address")));

    assertThat(dead()).extracting(KnownJob::reason).containsExactly("no such address");
  }

  @Test
  void what_a_handler_throws_is_a_failure_of_that_job_alone() {
    add("a");
    add("b");
    RunJobs run =
        running(
            job -> {
              if (job.id().value().equals("a")) {
                throw new IllegalStateException("a bug");
              }
              return new Result.Done();
            });
    runAll(run);
    clock.advance(PATIENCE);
    runAll(run);

    assertThat(dead()).extracting(KnownJob::reason).singleElement().asString().contains("a bug");
    assertThat(handled).contains("b");
  }

  @Test
  void a_job_whose_attempts_never_end_is_given_up_too() {
    add("a");
    for (int i = 0; i < Retries.MOST_ATTEMPTS; i++) {
      killed();
    }
    runAll(running(_ -> new Result.Done()));

    assertThat(handled).isEmpty();
    assertThat(dead()).hasSize(1);
  }

  /** Claims the job as a process does that ends before anything comes of it. */
  private void killed() {
    Instant now = clock.instant();
    var lease = new Lease("lost", now.plusSeconds(1));
    assertThat(jobs.claim("mail", 1, now, lease)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
  }

  /** As for one that was frozen, or whose clock did not jump as that of the others did. */
  @Test
  void who_took_longer_than_the_lease_is_refused_and_told_so() {
    add("a");
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    running(
            _ -> {
              begun.countDown();
              waited(held);
              return Result.failed("too late");
            })
        .handle();
    assertThat(waited(begun)).isEqualTo(new Result.Done());

    clock.advance(Duration.ofHours(1));
    FakeWorkers others = new FakeWorkers();
    assertThat(running(others, _ -> new Result.Done()).handle()).isEqualTo(1);
    others.await();
    held.countDown();
    workers.await();

    clock.advance(PATIENCE);
    assertThat(running(_ -> new Result.Done()).handle()).isZero();
    assertThat(handled).containsExactly("a", "a");
    assertThat(counted)
        .containsExactly(
            "jobs.attempts {kind=mail, result=done}", "jobs.attempts {kind=mail, result=late}");
    assertThat(dead()).isEmpty();
  }

  @Test
  void a_lease_lasts_for_more_than_twice_the_time_that_the_handler_has() {
    add("a");
    CountDownLatch held = new CountDownLatch(1);
    running(_ -> waited(held)).handle();

    clock.advance(LIMIT.multipliedBy(2));
    assertThat(claim("mail")).isEmpty();
    clock.advance(ClockSkew.MAX);
    assertThat(claim("mail")).hasSize(1);
    held.countDown();
    workers.await();
  }

  @Test
  void who_stops_begins_no_more_and_hands_back_what_fails() {
    add("a");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    RunJobs run =
        running(
            _ -> {
              begun.countDown();
              waited(stopped);
              return Result.failed("interrupted");
            });
    run.handle();
    assertThat(waited(begun)).isEqualTo(new Result.Done());
    run.stop();
    stopped.countDown();
    workers.await();

    assertThat(run.handle()).isZero();
    assertThat(claim("mail")).singleElement().satisfies(it -> assertThat(it.attempt()).isOne());
  }

  private List<ClaimedJob> claim(String kind) {
    Instant now = clock.instant();
    return jobs.claim(kind, 9, now, new Lease("another", now.plusSeconds(1)));
  }

  @Test
  void those_given_up_are_tried_again_when_somebody_says_so() {
    add("a");
    runAll(running(_ -> new Result.Hopeless("no such address")));
    ManageJobs list = new ManageJobs(jobs, clock);

    assertThat(list.retry(new JobId("b"))).isFalse();
    assertThat(list.retry(new JobId("a"))).isTrue();
    runAll(running(_ -> new Result.Done()));
    assertThat(dead()).isEmpty();
  }

  @Test
  void what_was_done_is_known_for_a_week() {
    add("a");
    runAll(running(_ -> new Result.Done()));
    ManageJobs list = new ManageJobs(jobs, clock);

    clock.advance(ManageJobs.KEPT);
    list.forgetDone();
    assertThat(jobs.add(job("a"))).isFalse();
    clock.advance(Duration.ofMillis(1));
    list.forgetDone();
    assertThat(jobs.add(job("a"))).isTrue();
  }

  private RunJobs running(Function<Job, Result> work) {
    return running(workers, work);
  }

  private RunJobs running(Workers by, Function<Job, Result> work) {
    return new RunJobs(
        new Leases(jobs, clock, new Random(1)),
        List.of(new Handler("mail", work)),
        by,
        woken::release,
        new Counts());
  }

  /** As often as there is room again. */
  private int runAll(RunJobs run) {
    int begun = run.handle();
    workers.await();
    return begun == 0 ? 0 : begun + runAll(run);
  }

  private final class Handler implements JobHandler {
    private final String kind;
    private final Function<Job, Result> work;

    Handler(String kind, Function<Job, Result> work) {
      this.kind = kind;
      this.work = work;
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public Retries retries() {
      return Retries.doubling(Duration.ofSeconds(5), LONGEST_PAUSE, PATIENCE);
    }

    @Override
    public int atOnce() {
      return AT_ONCE;
    }

    @Override
    public Duration limit() {
      return LIMIT;
    }

    @Override
    public Result handle(Job job) {
      handled.add(job.id().value());
      return work.apply(job);
    }
  }

  /** Of attempts, by what became of them. */
  private final class Counts implements Observer {
    @Override
    public Runnable counter(String name, Map<String, String> labels) {
      return () -> counted.add(name + " " + new TreeMap<>(labels));
    }
  }

  private List<KnownJob> dead() {
    return jobs.list(JobState.DEAD, Optional.empty(), PageRequest.FIRST).items();
  }

  private void add(String id) {
    jobs.add(job(id));
  }

  private Job job(String id) {
    return new Job(new JobId(id), "mail", "about " + id, clock.instant());
  }
}
