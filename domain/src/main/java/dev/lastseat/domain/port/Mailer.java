package dev.lastseat.domain.port;

import dev.lastseat.domain.mail.Mail;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends mails, one at a time, within seconds. Whether one arrives nobody knows: that a server took
 * it is all that can be told, and a server may have taken one although it is said to be put off.
 */
public interface Mailer {
  /**
   * Sends it, or says why not; throws nothing on account of a server. Sent again, it has the same
   * name.
   */
  Sending send(Mail mail);

  /** What became of a mail. Reasons may hold the address, so they are for admins and no log. */
  sealed interface Sending {
    record Sent() implements Sending {}

    /**
     * It may be taken later.
     *
     * @param after what the server wants to be left alone for, if it said anything
     */
    record PutOff(String reason, Optional<Duration> after) implements Sending {}

    /** It never will be. */
    record Refused(String reason) implements Sending {}
  }
}
