package dev.lastseat.application.mail;

import dev.lastseat.application.job.JobQueue;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.mail.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The mails that are to be sent, kept in the store as jobs. To have one sent:
 *
 * <pre>{@code
 * mails.add(Letter.Kind.RESET_PASSWORD, email.value(), window);
 * }</pre>
 *
 * and to give the one {@link LetterWriter} of that kind to {@link SendMail}, which looks up what
 * the letter says, and makes the secret in it, when it is sent.
 */
public record MailQueue(JobQueue jobs, Clock clock) {
  /** Those that are urgent, so that they are not behind the many others. */
  static final String URGENT = "mail";

  static final String NOTICES = "notice";

  /** So that nobody's mail box is flooded: three in an hour. */
  public static final Duration WINDOW = Duration.ofMinutes(20);

  /** How long those that were given up can be looked at. */
  static final Duration KEPT = Duration.ofDays(30);

  /**
   * Has a letter sent, unless one of that kind, about that and for that cause, was asked for within
   * the last days already. Costs one write, whoever is meant and whether there is anybody.
   *
   * @param about what its writer finds the recipient by: an address or the id of a user; no secret,
   *     for it is kept and shown to admins
   * @param cause what it is sent once for, such as the id of what happened, or a window of time
   */
  public void add(Letter.Kind kind, String about, String cause) {
    jobs.add(job(kind, about, cause, clock.instant()));
  }

  /** The same for what can be asked for again and again: it is sent once in {@link #WINDOW}. */
  public void addOnceInWindow(Letter.Kind kind, String about) {
    add(kind, about, "window " + clock.millis() / WINDOW.toMillis());
  }

  /**
   * The job that does so, for those who add several at once.
   *
   * @param due when the letter may be sent
   */
  public static Job job(Letter.Kind kind, String about, String cause, Instant due) {
    String queue = kind.isUrgent() ? URGENT : NOTICES;
    return new Job(JobId.of(kind.word(), about, cause), queue, kind.word() + " " + about, due);
  }

  /** Sweeps out mails that were given up, for they name an address. */
  public void forgetDead() {
    Instant end = clock.instant().minus(KEPT);
    jobs.jobs().forgetDead(URGENT, end);
    jobs.jobs().forgetDead(NOTICES, end);
  }
}
