package dev.lastseat.http.live;

import java.time.Duration;

/**
 * How many clients may listen at once, and how often they are told.
 *
 * @param max 0: nobody can
 * @param maxPerSender of them, for one user or, where there is no token, one address
 * @param pause between two rounds
 */
public record ListenerSettings(int max, int maxPerSender, Duration pause) {
  public static final Duration PAUSE = Duration.ofSeconds(1);

  /** So many have to come together to leave no room for others, unless a setting says otherwise. */
  public static final int SENDERS = 20;

  public static final ListenerSettings NONE = new ListenerSettings(0, 0, PAUSE);
}
