package dev.lastseat.application.booking;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.booking.Allowances;
import dev.lastseat.domain.booking.BookingPolicy;
import dev.lastseat.domain.booking.BookingPolicy.Verdict;
import dev.lastseat.domain.booking.Claim;
import dev.lastseat.domain.booking.Places;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.port.StoreUnavailable;
import java.time.Clock;
import java.util.Optional;

/**
 * Finds what a booking may claim of its event, and what it may claim instead where that was lost to
 * somebody else. The event is judged as it was read a short time ago; a refusal is only concluded
 * from what the store says now.
 */
public final class ClaimFinder {
  /** How often hints may mislead one request before it searches the store itself. */
  private static final int HINTED_ROUNDS = 8;

  /**
   * Every lost round means that somebody else got a place; so many in a row mean that something is
   * wrong.
   */
  private static final int MAX_ROUNDS = 100;

  private final EventReader events;
  private final PlaceFinder places;
  private final AllowanceFinder allowances;
  private final Clock clock;

  public ClaimFinder(
      EventReader events, PlaceFinder places, AllowanceFinder allowances, Clock clock) {
    this.events = events;
    this.places = places;
    this.allowances = allowances;
    this.clock = clock;
  }

  /** What was found. */
  sealed interface Finding {
    record Found(Attempt attempt) implements Finding {}

    /** There is nothing to try; this is why. */
    sealed interface Refused extends Finding {}

    record EventNotFound() implements Refused {}

    record NotBookable(String why) implements Refused {}

    record SoldOut(int left) implements Refused {}

    record AllowanceSpent(int maxTicketsPerUser) implements Refused {}
  }

  Finding first(Wish wish) {
    Allowances guess = AllowanceFinder.guess(wish.quantity());
    return events
        .find(wish.event())
        .map(
            cached ->
                judge(wish, cached) instanceof Verdict.Admitted
                    ? seek(wish, cached, guess, 0)
                    : anew(wish, guess, 0))
        .orElseGet(Finding.EventNotFound::new);
  }

  /** Other places; the lost ones belong to somebody else. */
  Finding afterPlaceTaken(Attempt lost) {
    return seek(lost.wish(), lost.event(), lost.allowances(), nextRound(lost));
  }

  /** The same places with other allowances. */
  Finding afterAllowanceSpent(Attempt lost) {
    Optional<Allowances> others;
    try {
      others = allowances.instead(lost);
    } catch (StoreUnavailable away) {
      giveBack(lost);
      throw away;
    }
    int round = nextRound(lost);
    return others
        .<Finding>map(free -> found(lost, new Claim(lost.places(), free), round))
        .orElseGet(() -> allowanceSpent(lost, round));
  }

  /** Unless the event has changed since it was read, and with it the allowance. */
  private Finding allowanceSpent(Attempt lost, int round) {
    giveBack(lost);
    return events
        .readFromStore(lost.wish().event())
        .filter(event -> event.version() != lost.event().version())
        .map(event -> judged(lost.wish(), event, lost.allowances(), round))
        .orElseGet(() -> new Finding.AllowanceSpent(lost.event().details().maxTicketsPerUser()));
  }

  /** The event has changed: it is judged again, and searched for places that it has now. */
  Finding afterNotAdmitted(Attempt lost) {
    giveBack(lost);
    return anew(lost.wish(), AllowanceFinder.guess(lost.wish().quantity()), nextRound(lost));
  }

  /** The places of the attempt were not used after all. */
  void giveBack(Attempt attempt) {
    places.giveBack(attempt.wish().event(), attempt.places());
  }

  /** A draft is no more to be found than an unknown event, or a booking would give it away. */
  private Finding anew(Wish wish, Allowances allowances, int round) {
    return events
        .readFromStore(wish.event())
        .filter(event -> !event.isDraft())
        .map(event -> judged(wish, event, allowances, round))
        .orElseGet(Finding.EventNotFound::new);
  }

  private Finding judged(Wish wish, Event event, Allowances allowances, int round) {
    return switch (judge(wish, event)) {
      case Verdict.Admitted _ -> seek(wish, event, allowances, round);
      case Verdict.NotBookable(String why) -> new Finding.NotBookable(why);
      case Verdict.OverAllowance(int max) -> new Finding.AllowanceSpent(max);
    };
  }

  private Verdict judge(Wish wish, Event event) {
    return BookingPolicy.judge(event, wish.quantity(), clock.instant());
  }

  private Finding seek(Wish wish, Event event, Allowances allowances, int round) {
    PlaceFinder.Finding finding =
        round < HINTED_ROUNDS
            ? places.find(event, wish.quantity())
            : places.findExactly(event, wish.quantity());
    return switch (finding) {
      case PlaceFinder.Finding.SoldOut(int left) -> new Finding.SoldOut(left);
      case PlaceFinder.Finding.Found(Places found) ->
          new Finding.Found(new Attempt(wish, event, new Claim(found, allowances), round));
    };
  }

  private static Finding found(Attempt lost, Claim claim, int round) {
    return new Finding.Found(new Attempt(lost.wish(), lost.event(), claim, round));
  }

  private static int nextRound(Attempt lost) {
    if (lost.round() + 1 == MAX_ROUNDS) {
      throw new StoreUnavailable("every claim was lost to somebody else");
    }
    return lost.round() + 1;
  }
}
