package dev.lastseat.bootstrap.hunt;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Steps of an earlier round, each at its time. */
final class Written implements Part {
  private final Iterator<Step> steps;
  private final Watch watch;

  Written(List<Step> steps, Watch watch) {
    this.steps = steps.iterator();
    this.watch = watch;
  }

  @Override
  public Optional<Step> next() throws InterruptedException {
    if (!steps.hasNext()) {
      return Optional.empty();
    }
    Step step = steps.next();
    watch.await(step.after());
    return Optional.of(step);
  }
}
