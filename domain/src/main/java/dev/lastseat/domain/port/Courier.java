package dev.lastseat.domain.port;

import dev.lastseat.domain.webhook.Message;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings messages to the endpoints of others, one at a time, within seconds. Never to an address
 * that is not public: whatever a name resolves to is checked before it is connected to, each time.
 */
public interface Courier {
  /** Sends it, signed anew, or says why not; throws nothing on account of a receiver. */
  Answer deliver(Message message);

  /** What became of a message. */
  sealed interface Answer {
    /**
     * The receiver answered.
     *
     * @param beginning of its answer, at most {@value #MAX_BEGINNING} characters
     * @param after what it wants to be left alone for, if it said anything
     */
    record Responded(int status, String beginning, Optional<Duration> after) implements Answer {
      public static final int MAX_BEGINNING = 1_024;

      /** It has the message. */
      public boolean isTaken() {
        return status >= 200 && status < 300;
      }

      /** It wants no more of them, ever. */
      public boolean isGone() {
        return status == 410;
      }
    }

    /** No whole answer came, or nobody was asked. */
    record Unanswered(String reason) implements Answer {}
  }
}
