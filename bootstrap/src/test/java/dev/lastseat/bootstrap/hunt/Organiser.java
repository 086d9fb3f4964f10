package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Step.Harm;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Counts and resizes all but the first event in turn. An instance is frozen after a third of the
 * time and one is killed after two, so that what is cut short does not blur the whole history; the
 * last event is cancelled near the end.
 */
final class Organiser implements Part {
  private final List<Integer> totals;
  private final Random random;
  private final Watch watch;
  private final Deque<Double> times = new ArrayDeque<>(List.of(0.33, 0.66, 0.9, 1.0));
  private final Deque<Step.Act> acts = new ArrayDeque<>();
  private int turn;

  Organiser(List<Integer> totals, Random random, Watch watch) {
    this.totals = totals;
    this.random = random;
    this.watch = watch;
    acts.addAll(
        List.of(
            Harm.FREEZE, Harm.KILL, new Request.CancelEvent(Integer.toString(totals.size() - 1))));
  }

  @Override
  public Optional<Step> next() {
    if (!watch.isAfter(times.getFirst())) {
      return step(counted());
    }
    times.removeFirst();
    return times.isEmpty() ? Optional.empty() : step(acts.removeFirst());
  }

  private Optional<Step> step(Step.Act act) {
    return Optional.of(new Step(Step.ADMIN, watch.elapsed(), act, Step.Sending.ONCE));
  }

  private Request counted() {
    int event = 1 + turn % (totals.size() - 1);
    int total = Math.max(1, totals.get(event) + random.nextInt(13) - 4);
    String name = Integer.toString(event);
    return turn++ % 8 == 0 ? new Request.Resize(name, total) : new Request.Count(name);
  }
}
