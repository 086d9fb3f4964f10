package dev.lastseat.bootstrap.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.application.job.Leases;
import dev.lastseat.application.job.Retries;
import dev.lastseat.application.job.RunJobs;
import dev.lastseat.application.port.Observer;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  private final TickingClock clock = new TickingClock();
  private final FakeJobs jobs = new FakeJobs(new FakeStore());
  private final Semaphore added = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void a_job_that_is_added_is_done_and_so_is_one_that_was_there() throws Exception {
    CountDownLatch done = new CountDownLatch(2);
    add("before");
    try (JobRunner _ = runner(done::countDown)) {
      begun.await();
      add("after");
      added.release();
      done.await();
    }
    assertThat(claim()).isZero();
  }

  @Test
  void of_a_crowd_none_waits_for_the_next_look_though_all_others_end_before_a_claim_is_answered()
      throws Exception {
    int crowd = 500; // a look a second would take a minute
    CountDownLatch done = new CountDownLatch(crowd);
    for (int i = 0; i < crowd; i++) {
      add("job" + i);
    }
    try (JobRunner _ = unstarted(slowToClaim(), done::countDown).start()) {
      assertThat(done.await(20, TimeUnit.SECONDS)).as("all are done").isTrue();
    }
  }

  /** Claims are answered when those that were claimed before have ended. */
  private Jobs slowToClaim() {
    AtomicInteger underWay = new AtomicInteger();
    return (Jobs)
        Proxy.newProxyInstance(
            Jobs.class.getClassLoader(),
            new Class<?>[] {Jobs.class},
            (_, method, arguments) -> {
              Object answer = method.invoke(jobs, arguments);
              if (method.getName().equals("finish")) {
                underWay.decrementAndGet();
              } else if (method.getName().equals("claim")) {
                while (underWay.get() > 0) {
                  Thread.onSpinWait();
                }
                underWay.addAndGet(((List<?>) answer).size());
              }
              return answer;
            });
  }

  @Test
  void what_does_not_end_in_time_is_interrupted_and_handed_back_when_the_program_stops()
      throws Exception {
    add("endless");
    JobRunner runner = runner(JobRunnerTest::waitForever);
    begun.await();

    runner.close();

    assertThat(claim()).isEqualTo(1);
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void all_that_is_due_is_done_when_a_function_is_told_to() {
    for (int i = 0; i < 20; i++) {
      add("job" + i);
    }
    AtomicInteger done = new AtomicInteger();
    unstarted(done::incrementAndGet).runDue();

    assertThat(done).hasValue(20);
    assertThat(claim()).isZero();
  }

  private JobRunner runner(Runnable work) {
    return unstarted(work).start();
  }

  private JobRunner unstarted(Runnable work) {
    return unstarted(jobs, work);
  }

  private JobRunner unstarted(Jobs jobs, Runnable work) {
    List<JobHandler> handlers = List.of(new Handler(work));
    return new JobRunner(
        workers ->
            new RunJobs(
                new Leases(jobs, clock, new Random(1)),
                handlers,
                workers,
                added::release,
                Observer.NOBODY),
        added,
        new Random(1),
        Duration.ofMillis(100));
  }

  private void add(String id) {
    jobs.add(new Job(new JobId(id), "test", "", clock.instant()));
  }

  private int claim() {
    return jobs.claim("test", 9, clock.instant(), new Lease("x", clock.instant())).size();
  }

  private final class Handler implements JobHandler {
    private final Runnable work;

    Handler(Runnable work) {
      this.work = work;
    }

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public Retries retries() {
      return new Retries(List.of(Duration.ofSeconds(5)), 2, Duration.ofDays(1));
    }

    @Override
    public Result handle(Job job) {
      begun.countDown();
      work.run();
      return Thread.currentThread().isInterrupted()
          ? Result.failed("interrupted")
          : new Result.Done();
    }
  }
}
