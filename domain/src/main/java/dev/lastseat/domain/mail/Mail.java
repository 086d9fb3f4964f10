package dev.lastseat.domain.mail;

import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.user.Email;
import java.util.Locale;

/**
 * A letter on its way.
 *
 * @param id of the job that sends it: the same when it is sent again, so that it is known again
 * @param language what the recipient reads; where there are no words in it, English
 */
public record Mail(JobId id, Email to, Locale language, Letter letter) {
  /** An address belongs into no log. */
  @Override
  public String toString() {
    return "Mail[" + id.value() + ", " + letter.kind().word() + "]";
  }
}
