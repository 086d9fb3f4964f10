package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import dev.lastseat.bootstrap.hunt.Request.Look;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whoever looks at a booking sees all that was acknowledged before. */
final class WritesAreSeen implements Check {
  /** Times are told in milliseconds. */
  private static final Duration TICK = Duration.ofMillis(2);

  @Override
  public Stream<Violation> violations(History history) {
    return history.lives().values().stream()
        .flatMap(
            life ->
                life.of(Look.class, look -> !look.isOpen())
                    .filter(look -> life.booked().answered().isBefore(look.asked()))
                    .filter(look -> !allowed(life, look).contains(status(look)))
                    .limit(1)
                    .map(
                        look ->
                            new Violation(
                                "booking %s is shown as %s, and must be one of %s"
                                    .formatted(life.id(), status(look), allowed(life, look)),
                                life.history())));
  }

  private static String status(Exchange look) {
    return look.succeeded() ? look.data().path("status").asText() : "status " + look.status();
  }

  private static Set<String> allowed(Life life, Exchange look) {
    Predicate<Exchange> before = one -> one.succeeded() && one.answered().isBefore(look.asked());
    if (life.of(Cancel.class, before).findAny().isPresent()) {
      return Set.of("cancelled");
    }
    if (life.certainlyUntil().isBefore(look.answered())) {
      return afterItMayHaveEnded(life, look);
    }
    boolean isHold = life.expiresAt().isPresent();
    boolean mayBeConfirmed =
        !isHold || life.of(Confirm.class, Exchange::mayHaveSucceeded).findAny().isPresent();
    boolean mustBeConfirmed = !isHold || life.of(Confirm.class, before).findAny().isPresent();
    return mustBeConfirmed
        ? Set.of("confirmed")
        : mayBeConfirmed ? Set.of("pending", "confirmed") : Set.of("pending");
  }

  private static Set<String> afterItMayHaveEnded(Life life, Exchange look) {
    boolean isOver =
        life.possiblyUntil(TICK).isBefore(look.asked())
            && life.of(Cancel.class, Exchange::mayHaveSucceeded).findAny().isEmpty();
    return isOver
        ? Set.of("expired", "cancelled")
        : Set.of("pending", "confirmed", "cancelled", "expired");
  }
}
