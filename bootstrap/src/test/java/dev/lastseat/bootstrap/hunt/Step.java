package dev.lastseat.bootstrap.hunt;

import java.time.Duration;

/**
 * What somebody did in a round, told so that it can be done again in another: events are named by
 * their number, and bookings by the key that bought them.
 *
 * @param who the number of a shopper, {@value #ADMIN}, or that of a till, {@value #TILL} or less
 * @param after so much time of the round
 */
record Step(int who, Duration after, Act act, Sending sending) {
  static final int ADMIN = -1;

  /** The admin too, who sells what is paid; at other tills, the numbers below. */
  static final int TILL = -2;

  /** A request, or what befalls an instance. */
  sealed interface Act permits Request, Harm {}

  /** What befalls an instance, which others do not ask meanwhile. */
  enum Harm implements Act {
    /** It is killed and started anew. */
    KILL,
    /** It stands still for a while, and goes on in the middle of what it did. */
    FREEZE
  }

  /** How a request is sent. */
  enum Sending {
    ONCE,
    /** Twice at once, as two devices of one user would. */
    TWICE,
    /** Over a {@link CutLine}: nobody is told what came of it. */
    UNTOLD
  }

  /** The name of one of the bookings that a key bought. */
  static String bookingOf(String key, int index) {
    return key + "/" + index;
  }
}
