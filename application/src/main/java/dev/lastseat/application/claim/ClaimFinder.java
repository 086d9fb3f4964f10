package dev.lastseat.application.claim;

import dev.lastseat.application.event.EventReader;
import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.claim.Claim;
import dev.lastseat.domain.claim.Places;
import dev.lastseat.domain.event.ConfirmedBy;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.policy.BookingPolicy;
import dev.lastseat.domain.policy.Refusal;
import dev.lastseat.domain.policy.TicketRequest;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a booking may claim of its event, and what it may claim instead where that was lost to
 * somebody else. The event is judged as it was read a short time ago; a refusal is only concluded
 * from what the store says now.
 *
 * @param preferred places to try first, of whoever has paid for them already
 */
public record ClaimFinder(
    EventReader events,
    PlaceFinder places,
    AllowanceFinder allowances,
    BuyerRule buyers,
    Clock clock,
    Map<EventId, Places> preferred) {
  /** How often hints may mislead one request before it searches the store itself. */
  private static final int HINTED_ROUNDS = 8;

  /**
   * How many claims one request tries. Every lost one means that somebody else got a place; so many
   * in a row mean that something is wrong.
   */
  public static final int MAX_ROUNDS = 100;

  public ClaimFinder {
    preferred = Map.copyOf(preferred);
  }

  public ClaimFinder(
      EventReader events,
      PlaceFinder places,
      AllowanceFinder allowances,
      BuyerRule buyers,
      Clock clock) {
    this(events, places, allowances, buyers, clock, Map.of());
  }

  /** The same for whoever has paid already: anybody, on these places first. */
  public ClaimFinder preferring(Map<EventId, Places> wished) {
    return new ClaimFinder(events, places, allowances, BuyerRule.ANYBODY, clock, wished);
  }

  /** {@code hold} says whether the tickets are only held at first, whatever their event says. */
  public Finding<Attempt> first(UserId user, TicketRequest request, boolean hold) {
    Finding<Attempt> first =
        events
            .find(request.event())
            .map(cached -> first(user, request, hold, cached))
            .orElseGet(() -> refused(new Refusal.EventNotFound()));
    return first.map(this::preferred);
  }

  private Attempt preferred(Attempt attempt) {
    Places wished = preferred.getOrDefault(attempt.event().id(), attempt.places());
    if (wished.equals(attempt.places())
        || !attempt.event().details().openPlaces(clock.instant()).contain(wished)) {
      return attempt;
    }
    giveBack(attempt);
    return attempt.with(new Claim(wished, attempt.allowances()), attempt.round());
  }

  private Finding<Attempt> first(UserId user, TicketRequest request, boolean hold, Event cached) {
    boolean held = hold || cached.details().confirmedBy() == ConfirmedBy.SERVER;
    Optional<Refusal> refusal =
        request.sale().isPresent() ? Optional.empty() : buyers.refuses(user, cached.id(), held);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    return judge(cached, request).isEmpty()
        ? seek(user, request, cached, allowances.guess(user, cached, request), 0)
        : judgeFresh(user, request, events.readFromStore(request.event()), 0);
  }

  /** Other places; of several at least one belongs to somebody else. */
  public Finding<Attempt> afterPlaceTaken(Attempt lost) {
    return seek(lost.user(), lost.request(), lost.event(), lost.allowances(), lost.round() + 1);
  }

  /** The same places with other allowances. */
  public Finding<Attempt> afterAllowanceSpent(Attempt lost) {
    Optional<Allowances> others;
    try {
      others = allowances.instead(lost);
    } catch (StoreUnavailable away) {
      giveBack(lost);
      throw away;
    }
    return others
        .map(free -> new Claim(lost.places(), free))
        .<Finding<Attempt>>map(claim -> new Finding.Found<>(lost.with(claim, lost.round() + 1)))
        .orElseGet(() -> allowanceSpent(lost));
  }

  /** Unless the event has changed since it was read, and with it the allowance. */
  private Finding<Attempt> allowanceSpent(Attempt lost) {
    giveBack(lost);
    return events
        .readFromStore(lost.event().id())
        .filter(event -> event.version() != lost.event().version())
        .map(event -> judgedAgain(lost, event))
        .orElseGet(
            () -> refused(new Refusal.AllowanceSpent(lost.event().details().maxTicketsPerUser())));
  }

  private Finding<Attempt> judgedAgain(Attempt lost, Event event) {
    return judged(lost.user(), lost.request(), event, lost.allowances(), lost.round() + 1);
  }

  /**
   * The event has changed: it is judged again, and searched for places that it has now. Places that
   * are for others now are no hints any more.
   */
  public Finding<Attempt> afterNotAdmitted(Attempt lost) {
    Optional<Event> event = events.readFromStore(lost.event().id());
    event
        .filter(it -> it.details().openPlaces(clock.instant()).contain(lost.places()))
        .ifPresent(_ -> giveBack(lost));
    return judgeFresh(lost.user(), lost.request(), event, lost.round() + 1);
  }

  /** The attempt was recorded. */
  public void used(Attempt attempt) {
    allowances.used(attempt);
  }

  /** Returns unused places to the hints, which are for those that everybody may buy. */
  public void giveBack(Attempt attempt) {
    if (!attempt.request().namesContingent()) {
      places.giveBack(attempt.event().id(), attempt.places());
    }
  }

  /** Gives up after {@link #MAX_ROUNDS}. */
  public StoreUnavailable allLost(List<Attempt> untried) {
    untried.forEach(this::giveBack);
    return new StoreUnavailable("every claim was lost to somebody else");
  }

  /** A draft is no more to be found than an unknown event, or a booking would give it away. */
  private Finding<Attempt> judgeFresh(
      UserId user, TicketRequest request, Optional<Event> read, int round) {
    return read.filter(event -> !event.isDraft())
        .map(event -> judged(user, request, event, allowances.guess(user, event, request), round))
        .orElseGet(() -> refused(new Refusal.EventNotFound()));
  }

  private Finding<Attempt> judged(
      UserId user, TicketRequest request, Event event, Allowances allowances, int round) {
    return judge(event, request)
        .map(ClaimFinder::refused)
        .orElseGet(() -> seek(user, request, event, allowances, round));
  }

  private Optional<Refusal> judge(Event event, TicketRequest request) {
    return BookingPolicy.judge(event, request, clock.instant());
  }

  private Finding<Attempt> seek(
      UserId user, TicketRequest request, Event event, Allowances allowances, int round) {
    return seekPlaces(user, request, event, round)
        .map(places -> new Claim(places, allowances))
        .map(claim -> new Attempt(user, request, event, claim, round));
  }

  private Finding<Places> seekPlaces(UserId user, TicketRequest request, Event event, int round) {
    if (request.namesContingent()) {
      return places.findKept(event, request, round == 0 ? 0 : user.hashCode() + round);
    }
    return round < HINTED_ROUNDS
        ? places.find(event, request.quantity())
        : places.findExactly(event, request.quantity());
  }

  private static Finding<Attempt> refused(Refusal refusal) {
    return new Finding.Refused<>(refusal);
  }
}
