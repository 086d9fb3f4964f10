package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.port.store.work.Jobs;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every store of jobs promises. */
public abstract class JobsContract {
  private static final Instant NOW = TickingClock.START;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final String MAIL = "mail";

  private Jobs jobs;

  /** An empty store; called before each test. */
  protected abstract Jobs open();

  @BeforeEach
  void openJobs() {
    jobs = open();
  }

  @Test
  void a_job_is_claimed_as_it_was_added() {
    assertThat(jobs.add(job("a", NOW))).isTrue();

    assertThat(claim(NOW, "x")).containsExactly(new ClaimedJob(job("a", NOW), 1, NOW, "x"));
  }

  @Test
  void a_job_is_claimed_when_it_is_due_and_not_before() {
    jobs.add(job("a", NOW.plusSeconds(5)));

    assertThat(claim(NOW.plusSeconds(5).minusMillis(1), "x")).isEmpty();
    assertThat(claim(NOW.plusSeconds(5), "y")).hasSize(1);
  }

  @Test
  void no_more_are_claimed_than_were_asked_for() {
    for (int i = 0; i < 3; i++) {
      jobs.add(job("job" + i, NOW));
    }

    assertThat(jobs.claim(MAIL, 2, NOW, lease(NOW, "x"))).hasSize(2);
    assertThat(jobs.claim(MAIL, 2, NOW, lease(NOW, "y"))).hasSize(1);
  }

  @Test
  void those_due_longest_are_claimed_before_many_others() {
    for (int i = 0; i < 60; i++) {
      jobs.add(job("job" + i, NOW.minusSeconds(i)));
    }

    List<ClaimedJob> claimed = jobs.claim(MAIL, 9, NOW, lease(NOW, "x"));

    assertThat(claimed)
        .hasSize(9)
        .allSatisfy(it -> assertThat(it.job().since()).isBefore(NOW.minusSeconds(9)));
  }

  @Test
  void jobs_of_other_kinds_are_left_alone() {
    jobs.add(new Job(new JobId("a"), "carrier-pigeon", "", NOW));

    assertThat(claim(NOW, "x")).isEmpty();
    assertThat(jobs.claim("carrier-pigeon", 9, NOW, lease(NOW, "y"))).hasSize(1);
  }

  @Test
  void whoever_asks_whether_any_is_due_is_told_of_these_kinds_alone_and_not_before() {
    Instant due = NOW.plusSeconds(5);
    jobs.add(job("a", due));

    assertThat(jobs.anyDue(Set.of("mail", "carrier-pigeon"), due)).isTrue();
    assertThat(jobs.anyDue(Set.of("mail"), due.minusMillis(1))).isFalse();
    assertThat(jobs.anyDue(Set.of("carrier-pigeon"), due)).isFalse();
    assertThat(jobs.anyDue(Set.of(), due)).isFalse();
    claim(due, "x");
    assertThat(jobs.anyDue(Set.of("mail"), due)).isFalse();
  }

  @Test
  void of_several_that_are_added_at_once_those_that_are_known_stay_as_they_are() {
    jobs.add(job("b", NOW.minusSeconds(1)));
    jobs.addAll(List.of(job("a", NOW), job("b", NOW), job("c", NOW)));
    jobs.addAll(List.of());

    assertThat(claim(NOW, "x"))
        .extracting(ClaimedJob::job)
        .containsExactlyInAnyOrder(job("a", NOW), job("b", NOW.minusSeconds(1)), job("c", NOW));
  }

  @Test
  void what_is_asked_for_twice_is_done_once() {
    assertThat(jobs.add(job("a", NOW))).isTrue();
    assertThat(jobs.add(job("a", NOW))).isFalse();
    ClaimedJob only = only(claim(NOW, "x"));
    assertThat(jobs.add(job("a", NOW))).isFalse();
    jobs.finish(only, NOW);

    assertThat(jobs.add(job("a", NOW))).isFalse();
    assertThat(claim(NOW.plus(LEASE), "y")).isEmpty();
  }

  @Test
  void a_job_that_was_claimed_is_nobody_elses_until_its_lease_ends() {
    jobs.add(job("a", NOW));
    claim(NOW, "x");

    assertThat(claim(NOW.plus(LEASE).minusMillis(1), "y")).isEmpty();
    assertThat(only(claim(NOW.plus(LEASE), "z")).attempt()).isEqualTo(2);
  }

  @Test
  void who_lost_the_lease_ends_nothing_any_more() {
    jobs.add(job("a", NOW));
    ClaimedJob frozen = only(claim(NOW, "x"));
    ClaimedJob taken = only(claim(NOW.plus(LEASE), "y"));

    assertThat(jobs.finish(frozen, NOW)).isFalse();
    assertThat(jobs.postpone(frozen, "late", NOW)).isFalse();
    assertThat(jobs.handBack(frozen, NOW)).isFalse();
    assertThat(jobs.giveUp(frozen, "late", NOW)).isFalse();
    assertThat(jobs.finish(taken, NOW)).isTrue();
    assertThat(jobs.finish(taken, NOW)).isFalse();
  }

  @Test
  void a_clock_that_jumps_an_hour_forward_and_back_lets_no_two_have_a_job() {
    jobs.add(job("a", NOW));
    ClaimedJob before = only(claim(NOW, "x"));
    ClaimedJob ahead = only(claim(NOW.plus(Duration.ofHours(1)), "y"));

    assertThat(claim(NOW, "z")).isEmpty();
    assertThat(jobs.finish(before, NOW)).isFalse();
    assertThat(jobs.finish(ahead, NOW)).isTrue();
    assertThat(claim(NOW.plus(Duration.ofHours(2)), "z")).isEmpty();
  }

  @Test
  void a_job_that_is_put_off_comes_again_then() {
    jobs.add(job("a", NOW));
    ClaimedJob first = only(claim(NOW, "x"));
    assertThat(jobs.postpone(first, "busy", NOW.plusSeconds(5))).isTrue();

    assertThat(claim(NOW.plusSeconds(4), "y")).isEmpty();
    ClaimedJob second = only(claim(NOW.plusSeconds(5), "z"));
    assertThat(second).isEqualTo(new ClaimedJob(job("a", NOW), 2, NOW, "z"));
    assertThat(jobs.finish(first, NOW)).isFalse();
  }

  @Test
  void a_job_that_is_handed_back_is_due_at_once_and_the_attempt_does_not_count() {
    jobs.add(job("a", NOW));
    ClaimedJob first = only(claim(NOW, "x"));
    Instant later = NOW.plusSeconds(5);
    assertThat(jobs.handBack(first, later)).isTrue();

    assertThat(only(claim(later, "y"))).isEqualTo(new ClaimedJob(job("a", NOW), 1, NOW, "y"));
    assertThat(jobs.finish(first, later)).isFalse();
  }

  @Test
  void those_given_up_are_listed_the_latest_first_and_come_back_when_they_are_retried() {
    giveUp("a", NOW.plusSeconds(1));
    giveUp("b", NOW.plusSeconds(2));

    assertThat(dead(PageRequest.FIRST).items())
        .containsExactly(
            new KnownJob(job("b", NOW), JobState.DEAD, 1, "no use", NOW.plusSeconds(2)),
            new KnownJob(job("a", NOW), JobState.DEAD, 1, "no use", NOW.plusSeconds(1)));
    assertThat(claim(NOW.plus(LEASE), "x")).isEmpty();

    Instant later = NOW.plusSeconds(100);
    assertThat(jobs.retry(new JobId("a"), later)).isTrue();
    assertThat(jobs.retry(new JobId("a"), later)).isFalse();
    assertThat(jobs.retry(new JobId("c"), later)).isFalse();
    assertThat(only(claim(later, "y"))).isEqualTo(new ClaimedJob(job("a", NOW), 1, later, "y"));
    assertThat(dead(PageRequest.FIRST).items()).hasSize(1);
  }

  @Test
  void those_given_up_are_listed_by_pages() {
    for (int i = 0; i < 5; i++) {
      giveUp("job" + i, NOW.plusSeconds(i));
    }
    var first = dead(new PageRequest.After(Optional.empty(), 3));
    var second = dead(new PageRequest.After(first.next(), 3));

    assertThat(first.items()).extracting(it -> it.job().id().value()).startsWith("job4");
    assertThat(second.items()).extracting(it -> it.job().id().value()).endsWith("job0");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void what_waits_and_what_is_begun_is_listed_with_what_has_become_of_it() {
    jobs.add(job("a", NOW));
    jobs.postpone(only(claim(NOW, "x")), "busy", NOW.plusSeconds(9));
    jobs.add(job("b", NOW.plusSeconds(1)));
    jobs.add(job("c", NOW.plusSeconds(2)));
    jobs.claim(MAIL, 1, NOW.plusSeconds(1), lease(NOW, "x"));
    jobs.add(new Job(new JobId("d"), "notice", "", NOW));

    assertThat(jobs.list(JobState.WAITING, Optional.of(MAIL), PageRequest.FIRST).items())
        .containsExactly(
            new KnownJob(job("c", NOW.plusSeconds(2)), JobState.WAITING, 0, "", NOW.plusSeconds(2)),
            new KnownJob(job("a", NOW), JobState.WAITING, 1, "busy", NOW.plusSeconds(9)));
    assertThat(jobs.list(JobState.WAITING, Optional.empty(), PageRequest.FIRST).items()).hasSize(3);
    assertThat(jobs.list(JobState.RUNNING, Optional.empty(), PageRequest.FIRST).items())
        .containsExactly(
            new KnownJob(job("b", NOW.plusSeconds(1)), JobState.RUNNING, 1, "", NOW.plus(LEASE)));
  }

  @Test
  void they_are_counted_by_kind_and_state_without_what_is_done() {
    jobs.add(job("done", NOW));
    jobs.finish(only(claim(NOW, "x")), NOW);
    giveUp("dead", NOW);
    jobs.add(job("running", NOW));
    claim(NOW, "y");
    jobs.add(job("a", NOW));
    jobs.add(job("b", NOW));
    jobs.add(new Job(new JobId("c"), "notice", "", NOW));

    assertThat(jobs.counts())
        .containsExactlyInAnyOrder(
            new JobCount(MAIL, JobState.DEAD, 1),
            new JobCount(MAIL, JobState.RUNNING, 1),
            new JobCount(MAIL, JobState.WAITING, 2),
            new JobCount("notice", JobState.WAITING, 1));
  }

  @Test
  void all_of_a_kind_that_were_given_up_come_back_at_once() {
    giveUp("a", NOW);
    giveUp("b", NOW);
    jobs.add(job("c", NOW.plusSeconds(500)));
    Instant later = NOW.plusSeconds(100);

    assertThat(jobs.retryAll("notice", later)).isZero();
    assertThat(jobs.retryAll(MAIL, later)).isEqualTo(2);
    assertThat(jobs.retryAll(MAIL, later)).isZero();
    assertThat(claim(later, "y"))
        .containsExactlyInAnyOrder(
            new ClaimedJob(job("a", NOW), 1, later, "y"),
            new ClaimedJob(job("b", NOW), 1, later, "y"));
  }

  @Test
  void a_long_reason_is_cut() {
    jobs.add(job("a", NOW));
    jobs.giveUp(only(claim(NOW, "x")), "é".repeat(5_000), NOW);

    assertThat(dead(PageRequest.FIRST).items())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).hasSize(KnownJob.MAX_REASON));
  }

  @Test
  void what_was_done_long_ago_is_forgotten_and_nothing_else() {
    jobs.add(job("done", NOW));
    jobs.finish(only(claim(NOW, "x")), NOW);
    giveUp("dead", NOW);
    jobs.add(job("open", NOW));

    jobs.forgetDone(NOW);
    assertThat(jobs.add(job("done", NOW))).isFalse();
    jobs.forgetDone(NOW.plusMillis(1));

    assertThat(jobs.add(job("done", NOW))).isTrue();
    assertThat(jobs.add(job("dead", NOW))).isFalse();
    assertThat(jobs.add(job("open", NOW))).isFalse();
  }

  @Test
  void what_was_given_up_long_ago_is_forgotten_where_its_kind_is_named() {
    giveUp("dead", NOW);
    String kind = dead(PageRequest.FIRST).items().getFirst().job().kind();

    jobs.forgetDead("another kind", NOW.plusMillis(1));
    jobs.forgetDead(kind, NOW);
    assertThat(dead(PageRequest.FIRST).items()).hasSize(1);
    jobs.forgetDead(kind, NOW.plusMillis(1));

    assertThat(dead(PageRequest.FIRST).items()).isEmpty();
  }

  @RepeatedTest(3)
  void of_many_who_claim_at_once_each_job_is_one_s() {
    for (int i = 0; i < 20; i++) {
      jobs.add(job("job" + i, NOW));
    }
    List<List<ClaimedJob>> claimed =
        Race.of(8, i -> jobs.claim(MAIL, 5, NOW, lease(NOW, "racer" + i)));

    assertThat(claimed.stream().flatMap(List::stream).map(it -> it.job().id()).toList())
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  private Page<KnownJob> dead(PageRequest request) {
    return jobs.list(JobState.DEAD, Optional.empty(), request);
  }

  private void giveUp(String id, Instant at) {
    jobs.add(job(id, NOW));
    assertThat(jobs.giveUp(only(claim(NOW, "x")), "no use", at)).isTrue();
  }

  private List<ClaimedJob> claim(Instant now, String word) {
    return jobs.claim(MAIL, 9, now, lease(now, word));
  }

  private static Lease lease(Instant now, String word) {
    return new Lease(word, now.plus(LEASE));
  }

  private static ClaimedJob only(List<ClaimedJob> claimed) {
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  private static Job job(String id, Instant since) {
    return new Job(new JobId(id), "mail", "about " + id, since);
  }
}
