package dev.lastseat.bootstrap.hunt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the script of a round that fails shorter, by delta debugging (Zeller and Hildebrandt,
 * 2002): halves, quarters and smaller pieces are left out, the latest first, wherever what is left
 * fails too. A race is not lost every time, so a piece is needed only when some tries without it
 * went well.
 */
final class Shrinking {
  private static final int TRIES = 2;

  private final Rerun rerun;
  private final int maxRuns;
  private final Instant end;
  private final Clock clock;
  private int runs;

  /** A round again. */
  interface Rerun {
    /** Nothing when nothing fails. */
    Optional<Failed> of(List<Step> script) throws Exception;
  }

  /** What came of a round, and what is wrong with it. */
  record Failed(Round.Played played, List<Violation> found) {
    /** All that was asked, but for what is read when everybody has gone home and found right. */
    @Override
    public String toString() {
      Transcript transcript = new Transcript();
      String shown =
          transcript.of(
              Stream.concat(
                      played.history().exchanges().stream().filter(one -> !one.isLastLook()),
                      found.stream().flatMap(one -> one.history().stream()))
                  .toList());
      return shown + "\n" + transcript.of(found.getFirst().what());
    }
  }

  /** Ends after so many reruns, or so much time. */
  Shrinking(Rerun rerun, int maxRuns, Duration time, Clock clock) {
    this.rerun = rerun;
    this.maxRuns = maxRuns;
    this.clock = clock;
    this.end = clock.instant().plus(time);
  }

  /** The shortest that still failed; nothing when none did again. */
  Optional<Failed> shortest(List<Step> script) throws Exception {
    Optional<Failed> shortest = again(script);
    List<Step> steps = script;
    for (int size = (steps.size() + 1) / 2; shortest.isPresent() && mayGoOn(); size /= 2) {
      for (int until = steps.size(); until > 0 && mayGoOn(); until -= size) {
        List<Step> less = without(steps, Math.max(0, until - size), until);
        Optional<Failed> failed = again(less);
        if (failed.isPresent()) {
          steps = less;
          shortest = failed;
        }
      }
      if (size == 1) {
        break;
      }
    }
    return shortest;
  }

  int runs() {
    return runs;
  }

  private boolean mayGoOn() {
    return runs < maxRuns && clock.instant().isBefore(end);
  }

  private Optional<Failed> again(List<Step> script) throws Exception {
    Optional<Failed> failed = Optional.empty();
    for (int i = 0; i < TRIES && failed.isEmpty() && mayGoOn(); i++) {
      runs++;
      failed = rerun.of(script);
    }
    return failed;
  }

  private static List<Step> without(List<Step> steps, int from, int until) {
    List<Step> rest = new ArrayList<>(steps.subList(0, from));
    rest.addAll(steps.subList(until, steps.size()));
    return rest;
  }
}
