package dev.lastseat.bootstrap.hunt;

import dev.lastseat.bootstrap.hunt.Request.Cancel;
import dev.lastseat.bootstrap.hunt.Request.CancelEvent;
import dev.lastseat.bootstrap.hunt.Request.Confirm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An acknowledged booking, and what is known of the time that it was live.
 *
 * @param booked the exchange that acknowledged it first
 * @param began the first time it was asked for under its key
 * @param expiresAt of a hold
 * @param later what was asked of it afterwards, in the order of asking; with what cancelled its
 *     event
 */
record Life(
    String id,
    String event,
    int quantity,
    Set<Integer> places,
    Exchange booked,
    Instant began,
    Optional<Instant> expiresAt,
    List<Exchange> later) {

  /**
   * Until the first moment at which it may have ended. From the answer until then it was live for
   * certain.
   */
  Instant certainlyUntil() {
    Optional<Instant> end =
        of(Confirm.class, Exchange::succeeded).findFirst().isPresent()
            ? Optional.empty()
            : expiresAt;
    return Stream.concat(ends(Exchange::mayHaveSucceeded).map(Exchange::asked), end.stream())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /**
   * Until the moment at which it had ended for certain.
   *
   * @param grace for which a hold that is over may still stand in somebody's way
   */
  Instant possiblyUntil(Duration grace) {
    Optional<Instant> end =
        of(Confirm.class, Exchange::mayHaveSucceeded).findFirst().isPresent()
            ? Optional.empty()
            : expiresAt.map(it -> it.plus(grace));
    return Stream.concat(
            of(Cancel.class, Exchange::succeeded).map(Exchange::answered), end.stream())
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  boolean isCertainThroughout(Instant from, Instant until) {
    return !booked.answered().isAfter(from) && certainlyUntil().isAfter(until);
  }

  boolean isPossibleWithin(Instant from, Instant until, Duration grace) {
    return !began.isAfter(until) && !possiblyUntil(grace).isBefore(from);
  }

  /** Whether it was being sold or cancelled at some time within. */
  boolean changedWithin(Instant from, Instant until) {
    boolean sold = !began.isAfter(until) && !booked.answered().isBefore(from);
    return sold
        || of(Cancel.class, Exchange::mayHaveSucceeded)
            .anyMatch(one -> !one.asked().isAfter(until) && !one.over().isBefore(from));
  }

  private Stream<Exchange> ends(Predicate<Exchange> which) {
    return Stream.concat(of(Cancel.class, which), of(CancelEvent.class, which));
  }

  Stream<Exchange> of(Class<? extends Request> kind, Predicate<Exchange> which) {
    return later.stream().filter(one -> kind.isInstance(one.request())).filter(which);
  }

  /** The booking and what happened to it. */
  List<Exchange> history() {
    return Stream.concat(Stream.of(booked), later.stream()).toList();
  }
}
