package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Admit;
import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.CancelEvent;
import dev.lastseat.bootstrap.hunt.Request.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * By one ticket somebody is let in once, until that is undone, and not once it was cancelled, which
 * it is not any more then.
 */
final class OnceThroughTheDoor implements Check {
  @Override
  public Stream<Violation> violations(History history) {
    return history.lives().values().stream().flatMap(OnceThroughTheDoor::violations);
  }

  private static Stream<Violation> violations(Life life) {
    return Stream.of(
            twice(life).map(_ -> "%s let two in".formatted(life.id())),
            refused(life).map(_ -> "%s was refused, and had let nobody in".formatted(life.id())),
            late(life).map(_ -> "%s let somebody in once cancelled".formatted(life.id())),
            returned(life).map(_ -> "%s was cancelled with somebody in".formatted(life.id())))
        .flatMap(found -> found.limit(1))
        .map(what -> new Violation(what, life.history()));
  }

  /** Scans by which somebody else got in before them, and that was not undone meanwhile. */
  private static Stream<Exchange> twice(Life life) {
    List<Exchange> admitted = life.of(Admit.class, OnceThroughTheDoor::letIn).toList();
    List<Exchange> undos = life.of(Undo.class, Exchange::mayHaveSucceeded).toList();
    List<Exchange> found = new ArrayList<>();
    for (int i = 1; i < admitted.size(); i++) {
      Exchange one = admitted.get(i - 1);
      Exchange next = admitted.get(i);
      if (undos.stream().noneMatch(undo -> mayLieBetween(one, undo, next))) {
        found.add(next);
      }
    }
    return found.stream();
  }

  private static boolean mayLieBetween(Exchange one, Exchange undo, Exchange next) {
    boolean isBeforeTheEnd =
        undo.asked().isBefore(next.answered()) || undo.asked().isBefore(one.answered());
    return isBeforeTheEnd && undo.over().isAfter(one.asked());
  }

  private static Stream<Exchange> refused(Life life) {
    return life.of(Admit.class, scan -> result(scan).equals("already_redeemed"))
        .filter(
            scan ->
                life.of(Admit.class, other -> letIn(other) || other.isOpen())
                    .noneMatch(other -> other.asked().isBefore(scan.answered())));
  }

  private static Stream<Exchange> late(Life life) {
    return life.of(Admit.class, OnceThroughTheDoor::letIn)
        .filter(
            scan ->
                life.of(Cancel.class, Exchange::succeeded)
                    .anyMatch(cancel -> cancel.answered().isBefore(scan.asked())));
  }

  /** Unless that was undone, or all of the event was cancelled. */
  private static Stream<Exchange> returned(Life life) {
    List<Exchange> undos = life.of(Undo.class, Exchange::mayHaveSucceeded).toList();
    return life.of(CancelEvent.class, Exchange::mayHaveSucceeded).findAny().isPresent()
        ? Stream.empty()
        : life.of(Admit.class, OnceThroughTheDoor::letIn)
            .filter(
                scan ->
                    life.of(Cancel.class, Exchange::succeeded)
                        .anyMatch(
                            cancel ->
                                undos.stream().noneMatch(it -> mayLieBetween(scan, it, cancel))));
  }

  private static boolean letIn(Exchange scan) {
    return result(scan).equals("ok");
  }

  private static String result(Exchange scan) {
    return scan.data().path("result").asText();
  }
}
