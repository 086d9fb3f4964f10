package dev.lastseat.application.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobHandler.Result;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.application.mail.LetterWriter.Addressed;
import dev.lastseat.application.mail.LetterWriter.Withheld;
import dev.lastseat.application.mail.LetterWriter.Writing;
import dev.lastseat.domain.fake.FakeJobs;
import dev.lastseat.domain.fake.FakeMailer;
import dev.lastseat.domain.fake.FakeStore;
import dev.lastseat.domain.fixture.TickingClock;
import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer.Sending;
import dev.lastseat.domain.port.store.work.Jobs.Lease;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.user.Email;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SendMailTest {
  private final TickingClock clock = new TickingClock();
  private final FakeJobs jobs = new FakeJobs(new FakeStore());
  private final AtomicInteger woken = new AtomicInteger();
  private final FakeMailer mailer = new FakeMailer();
  private final MailQueue queue = new MailQueue(new JobQueue(jobs, woken::incrementAndGet), clock);
  private final JobHandler send =
      SendMail.all(
              mailer, List.of(new LetterWriter(Letter.Kind.PASSWORD_CHANGED, SendMailTest::toAda)))
          .getFirst();

  @Test
  void a_letter_is_written_when_it_is_sent_and_has_the_name_of_its_job() {
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "now");
    Job job = only();

    assertThat(woken).hasValue(1);
    assertThat(send.handle(job)).isEqualTo(new Result.Done());
    assertThat(mailer.sent())
        .containsExactly(
            new Mail(
                job.id(),
                new Email("ada@example.com"),
                Locale.GERMAN,
                new Letter.PasswordChanged("Ada", clock.instant())));
  }

  @Test
  void a_mail_that_was_given_up_is_forgotten_after_thirty_days() {
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "now");
    queue.add(Letter.Kind.ACCOUNT_ERASED, "ada@example.com", "now");
    for (String kind : List.of("mail", "notice")) {
      jobs.claim(kind, 1, clock.instant(), new Lease("x", clock.instant().plusSeconds(1)))
          .forEach(it -> jobs.giveUp(it, "550", clock.instant()));
    }
    clock.advance(MailQueue.KEPT);
    queue.forgetDead();
    assertThat(dead()).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    queue.forgetDead();
    assertThat(dead()).isEmpty();
  }

  private List<KnownJob> dead() {
    return jobs.list(JobState.DEAD, Optional.empty(), PageRequest.FIRST).items();
  }

  @Test
  void asking_for_the_same_twice_makes_one_mail() {
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "monday");
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "monday");
    assertThat(claim()).hasSize(1);

    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "tuesday");
    queue.add(Letter.Kind.PASSWORD_CHANGED, "bob", "monday");
    queue.add(Letter.Kind.SESSION_REUSED, "ada", "monday");
    assertThat(claim()).hasSize(3);
  }

  @Test
  void what_nobody_waits_for_stands_in_a_queue_of_its_own() {
    queue.add(Letter.Kind.ACCOUNT_ERASED, "ada", "now");
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "now");

    assertThat(claim(MailQueue.URGENT))
        .extracting(it -> it.job().payload())
        .containsExactly("password-changed ada");
    assertThat(claim(MailQueue.NOTICES))
        .extracting(it -> it.job().payload())
        .containsExactly("account-erased ada");
    assertThat(SendMail.all(mailer, List.of()))
        .extracting(JobHandler::kind)
        .containsExactlyInAnyOrder(MailQueue.URGENT, MailQueue.NOTICES);
  }

  @Test
  void where_there_is_nobody_to_write_to_nothing_is_sent() {
    queue.add(Letter.Kind.PASSWORD_CHANGED, "nobody", "now");

    assertThat(send.handle(only())).isEqualTo(new Result.Done());
    assertThat(mailer.sent()).isEmpty();
  }

  @Test
  void what_is_put_off_is_tried_again_and_what_is_refused_is_not() {
    queue.add(Letter.Kind.PASSWORD_CHANGED, "ada", "now");
    Job job = only();
    mailer.answer(new Sending.PutOff("away", Optional.empty()));
    mailer.answer(new Sending.Refused("no such address"));

    assertThat(send.handle(job)).isEqualTo(Result.failed("away"));
    assertThat(send.handle(job)).isEqualTo(new Result.Hopeless("no such address"));
    assertThat(mailer.sent()).isEmpty();
  }

  @Test
  void a_letter_that_only_a_newer_program_knows_waits_for_it() {
    Job job = new Job(new JobId("a"), MailQueue.URGENT, "season-greetings ada", clock.instant());

    assertThat(send.handle(job)).isInstanceOf(Result.Failed.class);
  }

  private Job only() {
    List<ClaimedJob> claimed = claim();
    assertThat(claimed).hasSize(1);
    return claimed.getFirst().job();
  }

  private List<ClaimedJob> claim() {
    return claim(MailQueue.URGENT);
  }

  private List<ClaimedJob> claim(String kind) {
    Instant now = clock.instant();
    return jobs.claim(kind, 9, now, new Lease("x", now.plusSeconds(1)));
  }

  private static Writing toAda(String about, Instant since) {
    return about.equals("ada")
        ? new Addressed(
            new Email("ada@example.com"), Locale.GERMAN, new Letter.PasswordChanged("Ada", since))
        : Withheld.NOBODY;
  }
}
