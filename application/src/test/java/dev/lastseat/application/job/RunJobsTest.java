package dev.lastseat.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.fake.FakeWorkers;
import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.DeadJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.Jobs.Lease;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunJobsTest {
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final TickingClock clock = new TickingClock();
  private final FakeJobs jobs = new FakeJobs(new FakeStore());
  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> attempts = new ArrayList<>();

  @Test
  void each_job_that_is_due_is_done_once_however_many_there_are() {
    for (int i = 0; i < 3 * RunJobs.AT_ONCE + 1; i++) {
      add("job" + i);
    }
    RunJobs run = running(_ -> new Result.Done());

    assertThat(run.handle()).isEqualTo(3 * RunJobs.AT_ONCE + 1);
    assertThat(run.handle()).isZero();
    assertThat(handled).hasSize(3 * RunJobs.AT_ONCE + 1).doesNotHaveDuplicates();
  }

  @Test
  void several_are_done_at_once() {
    CountDownLatch all = new CountDownLatch(RunJobs.AT_ONCE);
    for (int i = 0; i < RunJobs.AT_ONCE; i++) {
      add("job" + i);
    }
    running(
            _ -> {
              all.countDown();
              return waited(all);
            })
        .handle();

    assertThat(dead()).isEmpty();
    assertThat(handled).hasSize(RunJobs.AT_ONCE);
  }

  private static Result waited(CountDownLatch all) {
    try {
      all.await();
      return new Result.Done();
    } catch (InterruptedException alone) {
      return new Result.Hopeless("they were done one after the other");
    }
  }

  @Test
  void what_fails_is_tried_again_with_growing_pauses_until_the_patience_ends() {
    add("a");
    RunJobs run = running(_ -> Result.failed("no connection"));
    while (dead().isEmpty()) {
      if (run.handle() == 1) {
        attempts.add(clock.instant());
      }
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(attempts).hasSizeBetween(15, RunJobs.MOST_ATTEMPTS);
    assertThat(dead())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo("no connection"))
        .satisfies(
            it ->
                assertThat(Duration.between(it.job().since(), it.givenUpAt()))
                    .isBetween(PATIENCE.minus(RunJobs.LONGEST_PAUSE), PATIENCE));
    assertThat(attempts.getLast())
        .isAfter(attempts.get(attempts.size() / 2).plus(RunJobs.LONGEST_PAUSE));
  }

  @Test
  void whoever_says_when_to_come_again_is_believed() {
    add("a");
    Duration pause = Duration.ofHours(7);
    RunJobs run = running(_ -> new Result.Failed("busy", Optional.of(pause)));
    run.handle();

    clock.advance(pause.minusMillis(1));
    assertThat(run.handle()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(run.handle()).isEqualTo(1);
  }

  @Test
  void what_is_hopeless_is_given_up_at_once() {
    add("a");
    running(_ -> new Result.Hopeless("no such address")).handle();

    assertThat(dead()).extracting(DeadJob::reason).containsExactly("no such address");
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
    run.handle();
    clock.advance(PATIENCE);
    run.handle();

    assertThat(dead()).extracting(DeadJob::reason).singleElement().asString().contains("a bug");
    assertThat(handled).contains("b");
  }

  @Test
  void a_job_whose_attempts_never_end_is_given_up_too() {
    add("a");
    for (int i = 0; i < RunJobs.MOST_ATTEMPTS; i++) {
      killed();
    }
    running(_ -> new Result.Done()).handle();

    assertThat(handled).isEmpty();
    assertThat(dead()).hasSize(1);
  }

  /** Claims the job as a process does that ends before anything comes of it. */
  private void killed() {
    Instant now = clock.instant();
    var lease = new Lease("lost", now.plusSeconds(1));
    assertThat(jobs.claim(Set.of("mail"), 1, now, lease)).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
  }

  @Test
  void those_given_up_are_tried_again_when_somebody_says_so() {
    add("a");
    running(_ -> new Result.Hopeless("no such address")).handle();
    DeadJobs list = new DeadJobs(jobs, clock);

    assertThat(list.retry(new JobId("b"))).isFalse();
    assertThat(list.retry(new JobId("a"))).isTrue();
    running(_ -> new Result.Done()).handle();
    assertThat(list.list(PageRequest.FIRST).items()).isEmpty();
  }

  @Test
  void what_was_done_is_known_for_a_week() {
    add("a");
    running(_ -> new Result.Done()).handle();
    ForgetDoneJobs forget = new ForgetDoneJobs(jobs, clock);

    clock.advance(ForgetDoneJobs.KEPT);
    forget.handle();
    assertThat(jobs.add(job("a"))).isFalse();
    clock.advance(Duration.ofMillis(1));
    forget.handle();
    assertThat(jobs.add(job("a"))).isTrue();
  }

  private RunJobs running(Function<Job, Result> work) {
    return new RunJobs(jobs, new Handler(work), new FakeWorkers(), clock, new Random(1));
  }

  private final class Handler implements JobHandler {
    private final Function<Job, Result> work;

    Handler(Function<Job, Result> work) {
      this.work = work;
    }

    @Override
    public String kind() {
      return "mail";
    }

    @Override
    public Duration patience() {
      return PATIENCE;
    }

    @Override
    public Result handle(Job job) {
      handled.add(job.id().value());
      return work.apply(job);
    }
  }

  private List<DeadJob> dead() {
    return jobs.dead(PageRequest.FIRST).items();
  }

  private void add(String id) {
    jobs.add(job(id));
  }

  private Job job(String id) {
    return new Job(new JobId(id), "mail", "about " + id, clock.instant());
  }
}
