package dev.lastseat.application.mail;

import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.Retries;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.mail.Letter;
import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import dev.lastseat.domain.port.Mailer.Sending;
import dev.lastseat.domain.user.Email;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the {@link MailQueue}, and tries again for {@link #PATIENCE} while the server of
 * mails does not take it.
 */
public record SendMail(String kind, Mailer mailer, Map<String, LetterWriter> writers)
    implements JobHandler {
  public static final Duration PATIENCE = Duration.ofDays(3);

  private static final Logger log = LoggerFactory.getLogger(SendMail.class);

  private static final Retries RETRIES =
      Retries.doubling(Duration.ofSeconds(5), Duration.ofHours(3), PATIENCE);

  /** One for those that are urgent, one for the others. */
  public static List<JobHandler> all(Mailer mailer, List<LetterWriter> writers) {
    Map<String, LetterWriter> byWord =
        writers.stream()
            .collect(Collectors.toMap(writer -> writer.kind().word(), Function.identity()));
    return List.of(
        new SendMail(MailQueue.URGENT, mailer, byWord),
        new SendMail(MailQueue.NOTICES, mailer, byWord));
  }

  @Override
  public Retries retries() {
    return RETRIES;
  }

  @Override
  public Result handle(Job job) {
    String[] kindAndAbout = job.payload().split(" ", 2);
    LetterWriter writer = writers.get(kindAndAbout[0]);
    if (writer == null || kindAndAbout.length < 2) {
      return Result.failed("nobody here writes this letter: " + kindAndAbout[0]);
    }
    return switch (writer.write().apply(kindAndAbout[1], job.since())) {
      case LetterWriter.Addressed(Email to, Locale language, Letter letter) ->
          send(new Mail(job.id(), to, language, letter));
      case LetterWriter.Withheld(String why) -> withheld(job, writer, why);
    };
  }

  private static Result withheld(Job job, LetterWriter writer, String why) {
    log.atInfo()
        .addKeyValue("job", job.id().value())
        .addKeyValue("letter", writer.kind().word())
        .addKeyValue("why", why)
        .log("mail withheld");
    return new Result.Done();
  }

  private Result send(Mail mail) {
    return switch (mailer.send(mail)) {
      case Sending.Sent _ -> new Result.Done();
      case Sending.PutOff(String reason, Optional<Duration> after) ->
          new Result.Failed(reason, after);
      case Sending.Refused(String reason) -> new Result.Hopeless(reason);
    };
  }
}
